/// How the gateway takes leave.
@NullMarked
package io.competitoriq.gateway.stop;

import org.jspecify.annotations.NullMarked;
