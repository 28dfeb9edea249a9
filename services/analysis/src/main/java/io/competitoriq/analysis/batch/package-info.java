/// Signals to be assessed anew in; their assessments out, within a day and for less, through the
/// same checks as any other.
@NullMarked
package io.competitoriq.analysis.batch;

import org.jspecify.annotations.NullMarked;
