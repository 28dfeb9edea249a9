/// The job engine under faults, with real processes: a seed in, violations of the invariants out.
@NullMarked
package io.competitoriq.chaos;

import org.jspecify.annotations.NullMarked;
