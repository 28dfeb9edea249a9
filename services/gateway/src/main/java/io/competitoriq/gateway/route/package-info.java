/// The way to the services: a request under /api/v1 in, the owning service's answer out.
@NullMarked
package io.competitoriq.gateway.route;

import org.jspecify.annotations.NullMarked;
