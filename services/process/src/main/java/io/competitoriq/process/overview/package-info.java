/// A competitor in; all that its page shows of what was read about it out.
@NullMarked
package io.competitoriq.process.overview;

import org.jspecify.annotations.NullMarked;
