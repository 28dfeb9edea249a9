package io.competitoriq.competitors.demo;

import io.competitoriq.http.Problems;
import io.competitoriq.messages.DemoAddress;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// What the gateway hands over where somebody wants to look around. No route leads here from
/// outside. The sources are paused, so that none is ever due.
@Path("/workspace/demo-competitors")
@RolesAllowed(Roles.OWNER)
public class DemoCompetitorResource {

  private static final String COMPETITOR =
      """
      insert into competitor (id, workspace_id, name, domain, url, description, tags, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict do nothing\
      """;
  private static final String SOURCE =
      """
      insert into source (id, workspace_id, competitor_id, kind, collector, url, title, interval_ms, zone, jitter_ms,
          paused, next_visit_at, last_visit_at, created_at, updated_at)
        values ($1, $2, $3, $4, 'BUILTIN', $5, $6, $7, 'UTC', 0, true, $8, $8, $9, $9) on conflict do nothing\
      """;

  private final WorkspaceTransactions transactions;
  private final CurrentWorkspace workspace;

  DemoCompetitorResource(WorkspaceTransactions transactions, CurrentWorkspace workspace) {
    this.transactions = transactions;
    this.workspace = workspace;
  }

  /// All or none. Asked again it changes nothing.
  @PUT
  public Uni<Void> add(@NotNull @Size(max = 20) List<@Valid @NotNull DemoCompetitor> competitors) {
    UUID id = workspace.id();
    competitors.forEach(DemoCompetitorResource::requireDemo);
    return transactions
        .in(
            id,
            tx ->
                Multi.createFrom()
                    .iterable(competitors)
                    .onItem()
                    .transformToUniAndConcatenate(each -> add(tx, id, each).replaceWith(each))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private static Uni<Void> add(Mutiny.Session tx, UUID workspaceId, DemoCompetitor wanted) {
    return SessionSql.of(tx)
        .update(
            COMPETITOR,
            wanted.id(),
            workspaceId,
            wanted.name(),
            wanted.url().getHost(),
            wanted.url().toString(),
            wanted.description(),
            wanted.tags().toArray(String[]::new),
            utc(wanted.createdAt()))
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(wanted.sources())
                    .onItem()
                    .transformToUniAndConcatenate(source -> add(tx, workspaceId, wanted, source))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private static Uni<Integer> add(
      Mutiny.Session tx,
      UUID workspaceId,
      DemoCompetitor competitor,
      DemoCompetitor.DemoSource source) {
    return SessionSql.of(tx)
        .update(
            SOURCE,
            source.id(),
            workspaceId,
            competitor.id(),
            source.kind().name(),
            source.url().toString(),
            source.title(),
            source.intervalMs(),
            utc(source.lastVisitAt()),
            utc(competitor.createdAt()));
  }

  private static void requireDemo(DemoCompetitor competitor) {
    refuseReal(competitor.url());
    competitor.sources().forEach(source -> refuseReal(source.url()));
  }

  private static void refuseReal(URI url) {
    if (!DemoAddress.is(url)) {
      throw Problems.badField("not-demo", "url", "Only demo data comes in this way, not " + url);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
