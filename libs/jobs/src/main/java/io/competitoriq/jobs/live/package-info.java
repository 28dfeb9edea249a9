/// Live events: "something about this subject changed" in, a thin resumable stream for the user
/// interface out.
@NullMarked
package io.competitoriq.jobs.live;

import org.jspecify.annotations.NullMarked;
