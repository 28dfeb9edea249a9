/// When a source is visited: a schedule and a moment in, the next visit out. Pure, no I/O.
@NullMarked
package io.competitoriq.competitors.schedule;

import org.jspecify.annotations.NullMarked;
