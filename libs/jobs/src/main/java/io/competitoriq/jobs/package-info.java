/// The job engine's API: a job enqueued in the caller's transaction in, exactly one committed
/// effect out.
@NullMarked
package io.competitoriq.jobs;

import org.jspecify.annotations.NullMarked;
