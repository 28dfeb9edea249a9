package io.competitoriq.analysis.digest;

import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What editions ask the crawl service: reading only.
@RegisterRestClient(configKey = "crawl")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
interface CrawlClient {

  @POST
  @Path("/visit-tallies/period")
  @Timeout(3000)
  @Retry(
      maxRetries = 1,
      delay = 100,
      abortOn = {CircuitBreakerOpenException.class, WebApplicationException.class})
  @CircuitBreaker(requestVolumeThreshold = 10, delay = 5000, skipOn = WebApplicationException.class)
  Uni<Checked> checked(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Period period);

  default String trace() {
    return TraceContext.current().toHeader();
  }

  /// @param competitorIds of all when empty, else 1 to 500
  /// @param from inclusive
  /// @param to exclusive
  record Period(Collection<UUID> competitorIds, Instant from, Instant to) {}
}
