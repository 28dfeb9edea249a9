/// The ledger in; what an operator asks about queues and does to dead letters out.
@NullMarked
package io.competitoriq.jobs.admin;

import org.jspecify.annotations.NullMarked;
