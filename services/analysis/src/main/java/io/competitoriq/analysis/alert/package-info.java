/// A story in, at most one firing per rule out: now, after the quiet hours, in a digest, or kept
/// quiet by the cool-down. [Matching] is the one place that says which signals a rule speaks about,
/// for live signals and back-tests alike; [Timing] says when people hear of it.
@NullMarked
package io.competitoriq.analysis.alert;

import org.jspecify.annotations.NullMarked;
