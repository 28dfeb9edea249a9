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
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// What the views read from competitors; each read is a part that may be missing.
@RegisterRestClient(configKey = "competitors")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
@CircuitBreaker(requestVolumeThreshold = 10, delay = 2000, skipOn = WebApplicationException.class)
interface CompetitorsClient {

  @GET
  @Path("/competitors")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> competitors(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestQuery int limit);

  @GET
  @Path("/competitors/{id}")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> competitor(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestPath UUID id);

  @GET
  @Path("/competitors/{id}/sources")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> sourcesOf(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @RestPath UUID id,
      @RestQuery int limit);

  @GET
  @Path("/sources")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> sources(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestQuery int limit);

  default String trace() {
    return TraceContext.current().toHeader();
  }
}
