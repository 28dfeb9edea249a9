@NullMarked
package io.competitoriq.jobs.ledger;

import org.jspecify.annotations.NullMarked;
