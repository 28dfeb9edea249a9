package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What the views read from process.
@RegisterRestClient(configKey = "process")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
@Bulkhead(PartTimeout.AT_ONCE)
@CircuitBreaker(requestVolumeThreshold = 10, delay = 2000, skipOn = WebApplicationException.class)
interface ProcessClient {

  @GET
  @Path("/documents/counts")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> counts(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestQuery UUID competitorId);

  /// @param competitorId null for all competitors
  @GET
  @Path("/drifts")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> drifts(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @RestQuery @Nullable UUID competitorId);

  /// The facts of a kind that hold today.
  @GET
  @Path("/facts")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> facts(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @RestQuery UUID competitorId,
      @RestQuery String kind,
      @RestQuery boolean current,
      @RestQuery int limit);

  default String trace() {
    return TraceContext.current().toHeader();
  }
}
