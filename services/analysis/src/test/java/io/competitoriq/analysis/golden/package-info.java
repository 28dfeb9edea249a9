/// The golden set of assessments, asked of a stand-in or of any configured model.
@NullMarked
package io.competitoriq.analysis.golden;

import org.jspecify.annotations.NullMarked;
