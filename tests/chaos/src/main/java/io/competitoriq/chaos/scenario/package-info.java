/// Single measured promises of the engine: one fault in, seconds out.
@NullMarked
package io.competitoriq.chaos.scenario;

import org.jspecify.annotations.NullMarked;
