package io.competitoriq.competitors.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What schedules read from crawl.
@RegisterRestClient(configKey = "crawl")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
interface CrawlClient {

  @POST
  @Path("/visit-tallies")
  @Timeout(Patience.MILLIS)
  @Retry(
      maxRetries = 1,
      delay = Patience.PAUSE_MILLIS,
      abortOn = {CircuitBreakerOpenException.class, WebApplicationException.class})
  @CircuitBreaker(
      requestVolumeThreshold = Patience.QUESTIONS,
      delay = Patience.REST_MILLIS,
      skipOn = WebApplicationException.class)
  Uni<List<Visits>> tallies(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Wanted wanted);

  /// @param sourceIds 1 to 500
  record Wanted(List<UUID> sourceIds) {}

  /// The last visits of a source that brought content or "unchanged".
  ///
  /// @param visits how many of them, at most 21: the first is what the second is compared with
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Visits(UUID sourceId, int visits, Instant firstAt, Instant lastAt) {}

  default String trace() {
    return TraceContext.current().toHeader();
  }
}
