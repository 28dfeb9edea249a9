@NullMarked
package io.competitoriq.jobs.maintenance;

import org.jspecify.annotations.NullMarked;
