/// The rules of signals, by table.
@NullMarked
package io.competitoriq.analysis.signal;

import org.jspecify.annotations.NullMarked;
