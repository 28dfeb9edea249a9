package io.competitoriq.crawl.retention;

import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// The one thing crawl asks the service below it: reading only, nothing is written there.
@RegisterRestClient(configKey = "process")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
interface CitationClient {

  @POST
  @Path("/evidence/cited")
  Uni<Cited> cited(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Question question);

  default String trace() {
    return TraceContext.current().toHeader();
  }

  /// @param snapshotIds at most 500
  record Question(List<UUID> snapshotIds) {}
}
