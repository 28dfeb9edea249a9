/// What operators decided about the queues: the control rows of the ledger in, the settings and
/// switches that every process of the installation goes by out.
@NullMarked
package io.competitoriq.jobs.control;

import org.jspecify.annotations.NullMarked;
