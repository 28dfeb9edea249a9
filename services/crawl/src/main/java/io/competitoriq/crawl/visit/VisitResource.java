package io.competitoriq.crawl.visit;

import io.competitoriq.crawl.visit.VisitRecord.Whose;
import io.competitoriq.crawl.visit.VisitRepository.Scope;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Visits over HTTP.
@Path("/visits")
@RolesAllowed(Roles.VIEWER)
public class VisitResource {
  private final Visits visits;
  private final SourceHealths healths;
  private final CurrentWorkspace workspace;

  VisitResource(Visits visits, SourceHealths healths, CurrentWorkspace workspace) {
    this.visits = visits;
    this.healths = healths;
    this.workspace = workspace;
  }

  /// Visits, the newest first.
  @GET
  public Uni<Page<VisitView>> list(
      @RestQuery @Nullable UUID sourceId,
      @RestQuery @Nullable UUID competitorId,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return visits.list(
        workspace.id(),
        new Scope(Optional.ofNullable(sourceId), Optional.ofNullable(competitorId)),
        Cursor.parse(cursor),
        Page.requireLimit(limit));
  }

  /// How the sources have been doing, of one competitor or of all.
  @GET
  @Path("/health")
  public Uni<List<SourceHealth>> health(@RestQuery @Nullable UUID competitorId) {
    return healths.of(
        workspace.id(),
        competitorId == null ? new Whose.Everybody() : new Whose.Competitor(competitorId));
  }
}
