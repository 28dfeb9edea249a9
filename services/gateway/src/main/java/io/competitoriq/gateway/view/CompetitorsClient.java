package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// What the views read from competitors: parts that may be missing, and the sources of views that
/// are about them, which may take their time.
@RegisterRestClient(configKey = "competitors")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
@Bulkhead(PartTimeout.AT_ONCE)
@CircuitBreaker(requestVolumeThreshold = 10, delay = 2000, skipOn = WebApplicationException.class)
interface CompetitorsClient {

  /// Names of those that exist, archived ones included.
  @POST
  @Path("/competitor-names")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> names(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, List<String> ids);

  /// How many competitors there are and when the next visit is due.
  @GET
  @Path("/watch-tally")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> tally(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  /// A competitor with its sources.
  @GET
  @Path("/watched-competitors/{id}")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> watched(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestPath UUID id);

  @GET
  @Path("/sources")
  @Timeout(PartTimeout.WHOLE_MILLIS)
  Uni<JsonNode> sourcePage(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @RestQuery MultivaluedMap<String, String> filters);

  @GET
  @Path("/competitors/{id}/sources")
  @Timeout(PartTimeout.WHOLE_MILLIS)
  Uni<JsonNode> sourcePageOf(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @RestPath UUID id,
      @RestQuery MultivaluedMap<String, String> filters);

  @GET
  @Path("/sources/{id}")
  @Timeout(PartTimeout.WHOLE_MILLIS)
  Uni<RestResponse<JsonNode>> source(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestPath UUID id);

  default String trace() {
    return TraceContext.current().toHeader();
  }
}
