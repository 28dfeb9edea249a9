package io.competitoriq.process.document;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Documents: what the snapshots say.
@Path("/documents")
public class DocumentResource {

  private final Documents documents;
  private final DocumentCounts counts;
  private final CurrentWorkspace workspace;

  DocumentResource(Documents documents, DocumentCounts counts, CurrentWorkspace workspace) {
    this.documents = documents;
    this.counts = counts;
    this.workspace = workspace;
  }

  /// Newest first, without their texts.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<Page<DocumentHead>> list(
      @RestQuery @Nullable UUID competitorId,
      @RestQuery @Nullable UUID sourceId,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return documents.list(
        workspace.id(), competitorId, sourceId, Cursor.parse(cursor), Page.requireLimit(limit));
  }

  @GET
  @Path("/counts")
  @RolesAllowed(Roles.VIEWER)
  public Uni<DocumentCounts.Counts> counts(@RestQuery @Nullable UUID competitorId) {
    return counts.of(workspace.id(), competitorId);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<DocumentView> get(@RestPath UUID id) {
    return documents.get(workspace.id(), id);
  }
}
