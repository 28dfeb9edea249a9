@NullMarked
package io.competitoriq.jobs.worker;

import org.jspecify.annotations.NullMarked;
