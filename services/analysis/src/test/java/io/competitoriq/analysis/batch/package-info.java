/// Opens the package's parts to tests of another one.
@NullMarked
package io.competitoriq.analysis.batch;

import org.jspecify.annotations.NullMarked;
