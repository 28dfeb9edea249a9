package io.competitoriq.analysis.pack;

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
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/// What a pack reads from crawl: how a page was captured, and its bytes.
@RegisterRestClient(configKey = "crawl")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
@Timeout(10_000)
@Retry(
    maxRetries = 1,
    delay = 100,
    abortOn = {CircuitBreakerOpenException.class, WebApplicationException.class})
@CircuitBreaker(requestVolumeThreshold = 10, delay = 5000, skipOn = WebApplicationException.class)
interface CrawlClient {

  @GET
  @Path("/snapshots/{id}")
  Uni<JsonNode> snapshot(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestPath UUID id);

  @GET
  @Path("/snapshots/{id}/body")
  Uni<byte[]> body(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestPath UUID id);

  default String trace() {
    return TraceContext.current().toHeader();
  }
}
