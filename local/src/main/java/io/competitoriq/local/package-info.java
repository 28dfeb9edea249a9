/// CompetitorIQ on one machine: environment in, one tree of processes out. Plain Java, started by
/// the script `ciq`; nothing of a service runs in here.
@NullMarked
package io.competitoriq.local;

import org.jspecify.annotations.NullMarked;
