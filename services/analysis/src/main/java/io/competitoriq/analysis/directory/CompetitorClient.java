package io.competitoriq.analysis.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What analysis asks the service for competitors: reading only, nothing is written there.
@RegisterRestClient(configKey = "competitors")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
interface CompetitorClient {

  @GET
  @Path("/competitors")
  @Timeout(2000)
  @CircuitBreaker(requestVolumeThreshold = 10, delay = 5000, skipOn = WebApplicationException.class)
  Uni<Competitors> list(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @RestQuery @Nullable String cursor,
      @RestQuery int limit);

  default String trace() {
    return TraceContext.current().toHeader();
  }

  /// One page.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Competitors(List<Card> items, @Nullable String nextCursor) {}

  /// What is remembered of one.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Card(UUID id, String name, @Nullable String domain, List<String> tags) {}
}
