/// A message for a channel in; one accepted delivery out, however often the receiver fails, with
/// each attempt in the log.
@NullMarked
package io.competitoriq.analysis.delivery;

import org.jspecify.annotations.NullMarked;
