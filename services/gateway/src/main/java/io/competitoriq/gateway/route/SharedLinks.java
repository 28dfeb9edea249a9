package io.competitoriq.gateway.route;

import io.competitoriq.gateway.problem.ProblemWriter;
import io.competitoriq.gateway.session.SharedLimit;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.http.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Shared links are opened by whoever has their address, so many times from one address.
@ApplicationScoped
class SharedLinks {

  private static final Logger LOG = Logger.getLogger(SharedLinks.class);

  private final SharedLimit limit;
  private final Forwarder forwarder;
  private final RouteConfig config;
  private final ProblemWriter problems;

  SharedLinks(SharedLimit limit, Forwarder forwarder, RouteConfig config, ProblemWriter problems) {
    this.limit = limit;
    this.forwarder = forwarder;
    this.config = config;
    this.problems = problems;
  }

  void open(RoutingContext request, Visitor visitor, Destination.Shared to) {
    limit
        .take(visitor.origin().address())
        .subscribe()
        .with(wait -> opened(request, to, wait), failure -> notCounted(request, failure));
  }

  private void opened(RoutingContext request, Destination.Shared to, Duration wait) {
    if (wait.isZero()) {
      forwarder.forward(request, to);
    } else {
      problems.write(
          request,
          Problems.tooMany(
              "too-many-openings",
              "Too many shared links were opened from your address. Wait a moment.",
              wait));
    }
  }

  private void notCounted(RoutingContext request, Throwable failure) {
    LOG.errorf("openings not counted error=%s", failure.toString());
    problems.write(
        request,
        Problems.unavailable(
            "links-unavailable",
            "Shared links cannot be opened right now. Try again in a moment.",
            config.route().retryAfter()));
  }
}
