/// A table of deals that ended in; how often we win against a competitor, of how many, and why,
/// out.
@NullMarked
package io.competitoriq.analysis.winloss;

import org.jspecify.annotations.NullMarked;
