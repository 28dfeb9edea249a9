/// The worker processes: commands in, JVMs that live, die and come back out.
@NullMarked
package io.competitoriq.chaos.fleet;

import org.jspecify.annotations.NullMarked;
