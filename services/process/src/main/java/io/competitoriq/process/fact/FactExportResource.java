package io.competitoriq.process.fact;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.messages.FactKind;
import io.competitoriq.tables.Export;
import io.competitoriq.tables.TableFormat;
import io.competitoriq.tables.Tables;
import io.competitoriq.tables.Tables.Rows;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Facts and prices to take along, as csv, xlsx, json or jsonl. With `bom` CSV begins with the mark
/// by which Excel knows UTF-8.
@Path("/facts")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
@RolesAllowed(Roles.VIEWER)
public class FactExportResource {

  private static final int PAGE = 200;

  private final Facts facts;
  private final Tables tables;
  private final CurrentWorkspace workspace;

  FactExportResource(Facts facts, Tables tables, CurrentWorkspace workspace) {
    this.facts = facts;
    this.tables = tables;
    this.workspace = workspace;
  }

  /// Newest first, by the filters of the list.
  @GET
  @Path("/export")
  public RestMulti<byte[]> facts(
      @RestQuery @Nullable UUID competitorId,
      @RestQuery @Nullable FactKind kind,
      @RestQuery @DefaultValue("false") boolean current,
      @RestQuery @Nullable Instant asOf,
      @RestQuery @Nullable Instant knownAt,
      @RestQuery @DefaultValue("csv") String format,
      @RestQuery @DefaultValue("false") boolean bom) {
    UUID workspaceId = workspace.id();
    FactTimes times = new FactTimes(current, asOf, knownAt);
    return tables.stream(
        new Export<>("facts", TableFormat.of(format), bom, FactTable.FACTS),
        place ->
            rows(facts.list(workspaceId, competitorId, kind, times, Cursor.parse(place), PAGE)));
  }

  /// Every price there ever was, oldest first.
  @GET
  @Path("/prices/export")
  public RestMulti<byte[]> prices(
      @RestQuery @Nullable UUID competitorId,
      @RestQuery @DefaultValue("csv") String format,
      @RestQuery @DefaultValue("false") boolean bom) {
    UUID workspaceId = workspace.id();
    return tables.stream(
        new Export<>("prices", TableFormat.of(format), bom, FactTable.PRICES),
        place -> rows(facts.priceRows(workspaceId, competitorId, Cursor.parse(place), PAGE)));
  }

  private static Uni<Rows<FactView>> rows(Uni<Page<FactView>> page) {
    return page.map(found -> new Rows<>(found.items(), found.nextCursor()));
  }
}
