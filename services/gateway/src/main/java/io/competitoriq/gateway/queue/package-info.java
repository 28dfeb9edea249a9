/// The operator's side of the job engine: requests of queue admins in, audited acts on the ledger
/// and what it looks like out.
@NullMarked
package io.competitoriq.gateway.queue;

import org.jspecify.annotations.NullMarked;
