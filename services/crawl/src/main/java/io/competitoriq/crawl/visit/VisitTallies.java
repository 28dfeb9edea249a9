package io.competitoriq.crawl.visit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the gateway joins with the answers of other services. Not for clients.
@Path("/")
@RolesAllowed(Roles.VIEWER)
public class VisitTallies {

  private static final String TALLY =
      "select (select count(*) from visit where finished_at > $1), (select max(finished_at) from"
          + " visit)";

  private final SourceHealths healths;
  private final WorkspaceTransactions transactions;
  private final CurrentWorkspace workspace;
  private final Clock clock;

  VisitTallies(
      SourceHealths healths,
      WorkspaceTransactions transactions,
      CurrentWorkspace workspace,
      Clock clock) {
    this.healths = healths;
    this.transactions = transactions;
    this.workspace = workspace;
    this.clock = clock;
  }

  /// The visits of a workspace.
  ///
  /// @param visits24h those that ended in the last 24 hours
  /// @param lastVisitAt when the last one ended; null when there was none
  public record Tally(@JsonProperty("visits24h") long visits24h, @Nullable Instant lastVisitAt) {}

  /// Two index scans, however many sources and visits there are.
  @GET
  @Path("/visit-tally")
  public Uni<Tally> tally() {
    OffsetDateTime day = clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);
    return transactions.in(
        workspace.id(),
        tx -> SessionSql.of(tx).select(TALLY, day).map(rows -> tallyOf(rows.getFirst())));
  }

  /// How those sources have been doing; one that was never visited is left out.
  @POST
  @Path("/source-healths")
  public Uni<List<SourceHealth>> health(@NotNull @Size(max = 200) List<UUID> sources) {
    return sources.isEmpty()
        ? Uni.createFrom().item(List.of())
        : healths.of(workspace.id(), new VisitRecord.Whose.Sources(sources));
  }

  private static Tally tallyOf(Object[] row) {
    OffsetDateTime last = (OffsetDateTime) row[1];
    return new Tally((Long) row[0], last == null ? null : last.toInstant());
  }
}
