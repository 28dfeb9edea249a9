/// `NewJob` in, a row of the ledger in the caller's transaction and a ticket after its commit out.
@NullMarked
package io.competitoriq.jobs.enqueue;

import org.jspecify.annotations.NullMarked;
