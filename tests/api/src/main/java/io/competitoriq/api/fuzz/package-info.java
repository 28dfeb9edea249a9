/// A seed in, requests that make no sense out, and what the API made of them.
@NullMarked
package io.competitoriq.api.fuzz;

import org.jspecify.annotations.NullMarked;
