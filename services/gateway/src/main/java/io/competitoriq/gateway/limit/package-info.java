/// Who asks how often in; whether they may ask on, and from when, out.
@NullMarked
package io.competitoriq.gateway.limit;

import org.jspecify.annotations.NullMarked;
