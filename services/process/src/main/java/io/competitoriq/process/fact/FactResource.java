package io.competitoriq.process.fact;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.messages.FactKind;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Facts: what is known, since when, and where it is written.
@Path("/facts")
public class FactResource {

  private final Facts facts;
  private final CurrentWorkspace workspace;

  FactResource(Facts facts, CurrentWorkspace workspace) {
    this.facts = facts;
    this.workspace = workspace;
  }

  /// Newest first.
  ///
  /// @param current true: only what holds now
  /// @param asOf only what was true at this instant
  /// @param knownAt as it was known at this instant
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<Page<FactView>> list(
      @RestQuery @Nullable UUID competitorId,
      @RestQuery @Nullable FactKind kind,
      @RestQuery @DefaultValue("false") boolean current,
      @RestQuery @Nullable Instant asOf,
      @RestQuery @Nullable Instant knownAt,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return facts.list(
        workspace.id(),
        competitorId,
        kind,
        new FactTimes(current, asOf, knownAt),
        Cursor.parse(cursor),
        Page.requireLimit(limit));
  }

  /// All versions of a fact under whatever name, newest first.
  @GET
  @Path("/{id}/lineage")
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<FactView>> lineage(@RestPath UUID id) {
    return facts.lineage(workspace.id(), id);
  }

  /// What each plan has cost over time.
  @GET
  @Path("/prices")
  @RolesAllowed(Roles.VIEWER)
  public Uni<List<PriceHistory>> prices(@RestQuery @Nullable UUID competitorId) {
    return facts.prices(workspace.id(), competitorId);
  }
}
