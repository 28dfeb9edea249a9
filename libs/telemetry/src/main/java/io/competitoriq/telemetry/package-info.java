/// What every process tells its operator: log keys, trace ids, health and metrics defaults, and the
/// clock that all of it is stamped with.
@NullMarked
package io.competitoriq.telemetry;

import org.jspecify.annotations.NullMarked;
