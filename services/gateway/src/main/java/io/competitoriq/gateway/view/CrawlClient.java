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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/// What the views read from crawl.
@RegisterRestClient(configKey = "crawl")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
@Bulkhead(PartTimeout.AT_ONCE)
@CircuitBreaker(requestVolumeThreshold = 10, delay = 2000, skipOn = WebApplicationException.class)
interface CrawlClient {

  /// How the sources of a competitor have been doing.
  @GET
  @Path("/visits/health")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> health(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestQuery UUID competitorId);

  /// How those sources have been doing; at most 200.
  @POST
  @Path("/source-healths")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> healthOf(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, List<String> sources);

  /// The visits of the workspace in numbers.
  @GET
  @Path("/visit-tally")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> tally(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  default String trace() {
    return TraceContext.current().toHeader();
  }
}
