package io.competitoriq.crawl.visit;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// Counts what was looked at in a period: that we looked is what makes "nothing changed" news.
@ApplicationScoped
class PeriodTallies {

  private static final String COUNT =
      """
      select count(distinct source_id), count(*),
             count(*) filter (where outcome = 'STORED'),
             count(*) filter (where outcome = 'UNCHANGED')
        from visit
       where finished_at >= $1 and finished_at < $2
         and (cardinality($3::uuid[]) = 0 or competitor_id = any($3))""";

  private final WorkspaceTransactions transactions;
  private final Clock clock;

  PeriodTallies(WorkspaceTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @param competitorIds of all when empty
  /// @param from inclusive
  /// @param to exclusive
  public record Period(
      @NotNull @Size(max = 500) List<@NotNull UUID> competitorIds,
      @NotNull Instant from,
      @NotNull Instant to) {}

  /// Visits that ended in a period.
  ///
  /// @param sources how many sources were visited
  /// @param snapshots visits that brought new content
  /// @param unchanged visits that brought the same as before
  /// @param failures visits that brought neither
  /// @param asOf when they were counted
  public record Tally(
      long sources, long visits, long snapshots, long unchanged, long failures, Instant asOf) {}

  Uni<Tally> of(UUID workspaceId, Period period) {
    Instant now = clock.instant();
    return transactions
        .in(
            workspaceId,
            tx ->
                SessionSql.of(tx)
                    .select(
                        COUNT,
                        period.from().atOffset(ZoneOffset.UTC),
                        period.to().atOffset(ZoneOffset.UTC),
                        period.competitorIds().toArray(UUID[]::new)))
        .map(rows -> tally(rows.getFirst(), now));
  }

  private static Tally tally(Object[] row, Instant asOf) {
    long visits = (Long) row[1];
    long snapshots = (Long) row[2];
    long unchanged = (Long) row[3];
    return new Tally(
        (Long) row[0], visits, snapshots, unchanged, visits - snapshots - unchanged, asOf);
  }
}
