/// What a host wants of its visitors in, starts of jobs far enough apart out.
@NullMarked
package io.competitoriq.jobs.hosts;

import org.jspecify.annotations.NullMarked;
