/// The rules of the assessment, by table.
@NullMarked
package io.competitoriq.analysis.assessment;

import org.jspecify.annotations.NullMarked;
