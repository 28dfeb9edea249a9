/// `./ciq bench queue`: servers, agents and BullMQ in interleaved passes in, medians beside goals
/// out.
@NullMarked
package io.competitoriq.bench.queue;

import org.jspecify.annotations.NullMarked;
