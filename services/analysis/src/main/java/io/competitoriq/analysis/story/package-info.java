/// Signals in, stories out: what many sources tell of one event is one story. [Fingerprint] says
/// what a signal is recognised by, [Kinship] why two of them belong together, [Placement] where a
/// signal goes; all three are pure, and none of them knows the order in which signals came.
@NullMarked
package io.competitoriq.analysis.story;

import org.jspecify.annotations.NullMarked;
