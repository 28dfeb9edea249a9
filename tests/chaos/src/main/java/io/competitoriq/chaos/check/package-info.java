/// The invariants: what the run has recorded in, the number of violations out.
@NullMarked
package io.competitoriq.chaos.check;

import org.jspecify.annotations.NullMarked;
