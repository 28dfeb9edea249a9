/// The guarded way out, made without a container.
@NullMarked
package io.competitoriq.egress;

import org.jspecify.annotations.NullMarked;
