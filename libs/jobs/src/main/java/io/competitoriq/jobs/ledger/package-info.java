/// The jobs in PostgreSQL: requests in, leased jobs and fenced completions out. The single
/// authority on which job exists, who owns it and when it may run.
@NullMarked
package io.competitoriq.jobs.ledger;

import org.jspecify.annotations.NullMarked;
