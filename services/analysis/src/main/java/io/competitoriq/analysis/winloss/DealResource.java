package io.competitoriq.analysis.winloss;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// How deals ended in which a competitor was met.
@Path("/deal-outcomes")
public class DealResource {

  private final Deals deals;
  private final CurrentWorkspace workspace;

  DealResource(Deals deals, CurrentWorkspace workspace) {
    this.deals = deals;
    this.workspace = workspace;
  }

  /// The latest first.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<Page<DealView>> list(
      @RestQuery @Nullable UUID competitorId,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return deals.list(workspace.id(), competitorId, Cursor.parse(cursor), Page.requireLimit(limit));
  }

  /// How often we win against a competitor, of how many, and why.
  @GET
  @Path("/summary")
  @RolesAllowed(Roles.VIEWER)
  public Uni<WinLossSummary> summary(@RestQuery @NotNull UUID competitorId) {
    return deals.summary(workspace.id(), competitorId);
  }

  /// What importing a file would do, with what is wrong line by line; writes nothing.
  @POST
  @Path("/preview")
  @RolesAllowed(Roles.ANALYST)
  public Uni<ImportPreview> preview(@Valid @NotNull DealTable table) {
    return deals.preview(workspace.id(), table.csv(), table.competitorId());
  }

  /// Imports all of a file or nothing of it; a deal that is known by its id is written over.
  @POST
  @Path("/import")
  @RolesAllowed(Roles.ANALYST)
  public Uni<ImportPreview> importAll(@Valid @NotNull DealTable table) {
    return deals.importAll(workspace.id(), workspace.memberId(), table.csv(), table.competitorId());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Void> remove(@RestPath UUID id) {
    return deals.remove(workspace.id(), id);
  }

  /// A file to be imported.
  ///
  /// @param csv its text: comma or semicolon, the first line names the columns external_id, date,
  ///   deal, outcome and, where wanted, amount, currency, competitor, reason
  /// @param competitorId whom a line means that names no competitor
  public record DealTable(@NotBlank @Size(max = 600_000) String csv, @Nullable UUID competitorId) {}
}
