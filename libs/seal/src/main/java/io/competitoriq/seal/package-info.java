/// Secrets at rest: a text and what it is for in, bytes that only open for that out.
@NullMarked
package io.competitoriq.seal;

import org.jspecify.annotations.NullMarked;
