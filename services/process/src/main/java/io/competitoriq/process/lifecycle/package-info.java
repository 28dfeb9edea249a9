/// A workspace that leaves: its rows in, lines to be taken along out, and nothing left behind.
@NullMarked
package io.competitoriq.process.lifecycle;

import org.jspecify.annotations.NullMarked;
