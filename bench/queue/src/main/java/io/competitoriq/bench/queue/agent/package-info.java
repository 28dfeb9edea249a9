/// One process of the engine under test: commands as JSON lines in, figures as JSON lines out.
@NullMarked
package io.competitoriq.bench.queue.agent;

import org.jspecify.annotations.NullMarked;
