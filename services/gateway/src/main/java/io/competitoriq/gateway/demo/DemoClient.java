package io.competitoriq.gateway.demo;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the services take in of demo data. None of it has a route from outside, but the switch.
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
interface DemoClient {

  /// As `competitors` keeps it.
  record Competitor(
      UUID id,
      String name,
      URI url,
      String description,
      List<String> tags,
      Instant createdAt,
      List<Source> sources) {}

  record Source(
      UUID id, String kind, URI url, String title, long intervalMs, Instant lastVisitAt) {}

  /// As `crawl` replays it.
  record PastPage(
      UUID competitorId, UUID sourceId, URI url, String kind, List<PastVersion> versions) {}

  record PastVersion(Instant fetchedAt, String body) {}

  record Switch(boolean enabled) {}

  @PUT
  @Path("/workspace/demo-competitors")
  Uni<Void> competitors(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, List<Competitor> competitors);

  @PUT
  @Path("/workspace/past-pages")
  Uni<Void> pages(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, List<PastPage> pages);

  @PUT
  @Path("/ai/switch")
  Uni<Void> models(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Switch wanted);
}
