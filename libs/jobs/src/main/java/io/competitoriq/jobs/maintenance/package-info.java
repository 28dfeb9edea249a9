/// The ledger as it is in; tickets for what is ready, new lives for lost jobs and fresh gauges out.
/// Every part may run in several processes at once and heals what the others left.
@NullMarked
package io.competitoriq.jobs.maintenance;

import org.jspecify.annotations.NullMarked;
