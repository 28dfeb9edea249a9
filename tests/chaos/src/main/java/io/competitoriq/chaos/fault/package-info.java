/// What goes wrong and when: a seed in, the same sequence of faults out.
@NullMarked
package io.competitoriq.chaos.fault;

import org.jspecify.annotations.NullMarked;
