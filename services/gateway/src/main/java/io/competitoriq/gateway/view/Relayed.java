package io.competitoriq.gateway.view;

import io.competitoriq.http.Problem;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.resteasy.reactive.RestResponse;

/// Answers for the one part a view cannot do without.
final class Relayed {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private Relayed() {}

  /// The service's own refusal as it is (a wrong filter, an unknown id); its silence as 503 or 504.
  static Uni<RestResponse<Object>> refusal(String service, Throwable failure) {
    if (failure instanceof WebApplicationException answered
        && answered.getResponse().getStatus() < 500) {
      return Uni.createFrom()
          .item(
              RestResponse.ResponseBuilder.<Object>create(answered.getResponse().getStatus())
                  .entity(answered.getResponse().readEntity(String.class))
                  .type(Problem.MEDIA_TYPE)
                  .build());
    }
    return Uni.createFrom().failure(problem(service, failure));
  }

  private static ProblemException problem(String service, Throwable failure) {
    if (failure instanceof TimeoutException) {
      return new ProblemException(
          504,
          "service-timeout",
          "The %s service did not answer in time. Try again.".formatted(service));
    }
    return Problems.unavailable(
        "service-unavailable",
        "The %s service is not available right now. Try again in a moment.".formatted(service),
        RETRY_AFTER);
  }
}
