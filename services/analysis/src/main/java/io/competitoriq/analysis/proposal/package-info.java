/// A section of a battlecard, recent signals and today's facts in; proposed changes, claim by
/// claim, each with where it is written, out. People decide on each.
@NullMarked
package io.competitoriq.analysis.proposal;

import org.jspecify.annotations.NullMarked;
