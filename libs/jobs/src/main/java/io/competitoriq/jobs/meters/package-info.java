/// What happened in the engine in, Micrometer meters named `ciq_queue_*` out.
@NullMarked
package io.competitoriq.jobs.meters;

import org.jspecify.annotations.NullMarked;
