/// Tests.
@NullMarked
package io.competitoriq.jobs.meters;

import org.jspecify.annotations.NullMarked;
