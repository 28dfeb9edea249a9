package io.competitoriq.analysis.offer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of the service that holds documents: reading only. Not retried here: the job that
/// asks is.
@RegisterRestClient(configKey = "process")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
interface DocumentClient {

  @GET
  @Path("/documents/{id}")
  @Timeout(5000)
  @CircuitBreaker(requestVolumeThreshold = 10, delay = 5000, skipOn = WebApplicationException.class)
  Uni<Document> document(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

  default String trace() {
    return TraceContext.current().toHeader();
  }

  /// @param blocks in reading order
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Document(String url, String title, List<Block> blocks) {}

  /// @param path headings above it, outermost first
  /// @param region the part of the page it belongs to; offers stand in `MAIN`
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Block(List<String> path, String text, String region) {}
}
