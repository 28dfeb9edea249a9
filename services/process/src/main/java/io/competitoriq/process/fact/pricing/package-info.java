/// Blocks and JSON-LD in; plans and what they cost out.
@NullMarked
package io.competitoriq.process.fact.pricing;

import org.jspecify.annotations.NullMarked;
