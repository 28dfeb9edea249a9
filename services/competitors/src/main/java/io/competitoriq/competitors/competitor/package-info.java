/// The companies we watch: an address and chosen sources in, a competitor with its first visits
/// under way out.
@NullMarked
package io.competitoriq.competitors.competitor;

import org.jspecify.annotations.NullMarked;
