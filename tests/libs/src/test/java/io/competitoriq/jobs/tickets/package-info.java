@NullMarked
package io.competitoriq.jobs.tickets;

import org.jspecify.annotations.NullMarked;
