/// nginx in front of the gateway, as it is shipped in `deploy/nginx`.
@NullMarked
package io.competitoriq.gateway.edge;

import org.jspecify.annotations.NullMarked;
