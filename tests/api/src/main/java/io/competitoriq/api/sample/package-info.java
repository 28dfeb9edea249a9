/// An operation in, a request that makes sense out.
@NullMarked
package io.competitoriq.api.sample;

import org.jspecify.annotations.NullMarked;
