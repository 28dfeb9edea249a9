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
import org.jboss.resteasy.reactive.RestPath;

/// What the views read from process.
@RegisterRestClient(configKey = "process")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
@Bulkhead(PartTimeout.AT_ONCE)
@CircuitBreaker(requestVolumeThreshold = 10, delay = 2000, skipOn = WebApplicationException.class)
interface ProcessClient {

  /// What was read of a competitor: counts, drift, plans, prices, posts.
  @GET
  @Path("/competitor-readings/{id}")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> readings(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestPath UUID id);

  /// Which of those sources drifted; at most 200.
  @POST
  @Path("/source-drifts")
  @Timeout(PartTimeout.MILLIS)
  Uni<JsonNode> driftsOf(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, List<String> sources);

  default String trace() {
    return TraceContext.current().toHeader();
  }
}
