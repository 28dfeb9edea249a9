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

/// What schedules read from process.
@RegisterRestClient(configKey = "process")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
interface ProcessClient {

  @POST
  @Path("/change-tallies")
  @Timeout(Patience.MILLIS)
  @Retry(
      maxRetries = 1,
      delay = Patience.PAUSE_MILLIS,
      abortOn = {CircuitBreakerOpenException.class, WebApplicationException.class})
  @CircuitBreaker(
      requestVolumeThreshold = Patience.QUESTIONS,
      delay = Patience.REST_MILLIS,
      skipOn = WebApplicationException.class)
  Uni<List<Changes>> tallies(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Wanted wanted);

  /// @param sources 1 to 500
  record Wanted(List<Since> sources) {}

  record Since(UUID sourceId, Instant since) {}

  /// @param versions how many snapshots after `since` brought a change that was confirmed
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Changes(UUID sourceId, int versions) {}

  default String trace() {
    return TraceContext.current().toHeader();
  }
}
