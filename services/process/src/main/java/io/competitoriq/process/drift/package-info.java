/// The newest versions of the sources in; those out of which much less is read than used to be, and
/// why, out.
@NullMarked
package io.competitoriq.process.drift;

import org.jspecify.annotations.NullMarked;
