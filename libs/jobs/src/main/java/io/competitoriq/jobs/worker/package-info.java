/// Leased jobs in, handlers run within their slots, limits and time, and their outcomes settled
/// out.
@NullMarked
package io.competitoriq.jobs.worker;

import org.jspecify.annotations.NullMarked;
