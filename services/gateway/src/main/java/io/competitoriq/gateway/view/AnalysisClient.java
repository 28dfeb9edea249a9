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
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// What the views read from analysis.
@RegisterRestClient(configKey = "analysis")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
@Bulkhead(PartTimeout.AT_ONCE)
@CircuitBreaker(requestVolumeThreshold = 10, delay = 2000, skipOn = WebApplicationException.class)
interface AnalysisClient {

  /// The list itself is no part: without it there is no page, so it may take its time.
  @GET
  @Path("/signals")
  @Timeout(PartTimeout.WHOLE_MILLIS)
  Uni<JsonNode> signals(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @RestQuery MultivaluedMap<String, String> filters);

  @GET
  @Path("/signals/{id}")
  @Timeout(PartTimeout.WHOLE_MILLIS)
  Uni<RestResponse<JsonNode>> signal(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestPath UUID id);

  @GET
  @Path("/signals")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> latest(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @RestQuery UUID competitorId,
      @RestQuery int limit);

  @GET
  @Path("/signals/counts")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> counts(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  @GET
  @Path("/channels")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> channels(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  /// Whether a language model can be asked.
  @GET
  @Path("/model")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> model(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  /// A comment with the addresses of those it names.
  @POST
  @Path("/told-comments/{id}")
  @Timeout(PartTimeout.WHOLE_MILLIS)
  Uni<JsonNode> comment(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestPath UUID id, JsonNode comment);

  default String trace() {
    return TraceContext.current().toHeader();
  }
}
