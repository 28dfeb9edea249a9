/// Refusals outside resource methods: a failure in, a problem+json answer out.
@NullMarked
package io.competitoriq.gateway.problem;

import org.jspecify.annotations.NullMarked;
