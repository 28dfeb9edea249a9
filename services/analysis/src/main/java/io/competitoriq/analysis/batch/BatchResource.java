package io.competitoriq.analysis.batch;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Idempotency;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Batches of assessments, for admins: what one would cost, how it is doing, taking it back.
@Path("/ai/batches")
@RolesAllowed(Roles.ADMIN)
public class BatchResource {

  private final Batches batches;
  private final Idempotency idempotency;
  private final CurrentWorkspace workspace;

  BatchResource(Batches batches, Idempotency idempotency, CurrentWorkspace workspace) {
    this.batches = batches;
    this.idempotency = idempotency;
    this.workspace = workspace;
  }

  /// What it would take; nothing is set aside or asked.
  @POST
  @Path("/estimate")
  public Uni<BatchEstimate> estimate(@Valid @NotNull BatchScope scope) {
    return batches.estimate(workspace.id(), scope);
  }

  @POST
  @ResponseStatus(202)
  public Uni<BatchView> order(
      @RestHeader(Idempotency.HEADER) @Nullable String key, @Valid @NotNull BatchScope scope) {
    UUID id = workspace.id();
    UUID member = workspace.memberId();
    return idempotency.once(
        new Idempotency.Request(id, member, key, "/ai/batches", scope),
        new Idempotency.Making<>(
            () -> batches.order(id, member, scope), BatchView::id, made -> batches.get(id, made)));
  }

  /// Newest first.
  @GET
  public Uni<Page<BatchView>> list(
      @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("20") int limit) {
    return batches.list(workspace.id(), Cursor.parse(cursor), Page.requireLimit(limit));
  }

  @GET
  @Path("/{id}")
  public Uni<BatchView> get(@RestPath UUID id) {
    return batches.get(workspace.id(), id);
  }

  @POST
  @Path("/{id}/cancel")
  public Uni<BatchView> cancel(@RestPath UUID id) {
    return batches.cancel(workspace.id(), id);
  }
}
