/// The fast path: "job 4711 may be ready" in, a worker woken within milliseconds out. All of it may
/// vanish at any time without a job being lost or run twice.
@NullMarked
package io.competitoriq.jobs.tickets;

import org.jspecify.annotations.NullMarked;
