/// What runs in each worker process: jobs in, one effect per job and one line per start out.
@NullMarked
package io.competitoriq.chaos.worker;

import org.jspecify.annotations.NullMarked;
