package io.competitoriq.gateway.route;

import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/// What a client is told when a service gives no answer.
final class SilentService {

  private static final Logger LOG = Logger.getLogger(SilentService.class);

  private SilentService() {}

  static ProblemException problem(Service service, Throwable failure, Duration retryAfter) {
    if (!(failure instanceof CircuitBreakerOpenException)) { // the breaker has told why it opened
      LOG.warnf("no answer service=%s error=%s", service.label(), failure.toString());
    }
    if (failure instanceof BulkheadException) {
      return Problems.unavailable(
          "service-busy",
          "The %s service has too much to do right now. Try again in a moment."
              .formatted(service.label()),
          retryAfter);
    }
    if (failure instanceof TimeoutException) {
      return new ProblemException(
          504,
          "service-timeout",
          "The %s service did not answer in time. Try again.".formatted(service.label()));
    }
    return Problems.unavailable(
        "service-unavailable",
        "The %s service is not available right now. Try again in a moment."
            .formatted(service.label()),
        retryAfter);
  }
}
