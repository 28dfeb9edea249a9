package io.competitoriq.analysis.winloss;

import io.competitoriq.analysis.winloss.WinLossSummary.Reason;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Deals in the database. Works in the caller's transaction.
@ApplicationScoped
class DealRows {

  private static final int MOST_REASONS = 6;

  private static final String LINES =
      """
      unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::bigint[], $6::text[],
             $7::uuid[], $8::text[])
        as f (external_id, deal, outcome, closed_on, amount_minor, currency, competitor_id, reason)
      """;

  private static final String SAME =
      """
      (d.deal, d.outcome, d.closed_on, d.competitor_id, d.reason)
        = (f.deal, f.outcome, f.closed_on, f.competitor_id, f.reason)
      and d.amount_minor is not distinct from f.amount_minor
      and d.currency is not distinct from f.currency
      """;

  private static final String STANDING =
      "select count(*), count(*) filter (where "
          + SAME
          + ") from "
          + LINES
          + " join deal_outcome d using (external_id)";

  private static final String STORE =
      "insert into deal_outcome as d (id, workspace_id, external_id, deal, outcome, closed_on,"
          + " amount_minor, currency, competitor_id, reason, imported_by, imported_at)"
          + " select i.id, $10, f.external_id, f.deal, f.outcome, f.closed_on, f.amount_minor,"
          + " f.currency, f.competitor_id, f.reason, $11, $12 from "
          + LINES
              .replace("$8::text[])", "$8::text[]) with ordinality")
              .replace("reason)", "reason, n)")
          + " join unnest($9::uuid[]) with ordinality as i (id, n) using (n)"
          + " on conflict (workspace_id, external_id) do update set deal = excluded.deal,"
          + " outcome = excluded.outcome, closed_on = excluded.closed_on,"
          + " amount_minor = excluded.amount_minor, currency = excluded.currency,"
          + " competitor_id = excluded.competitor_id, reason = excluded.reason,"
          + " imported_by = excluded.imported_by, imported_at = excluded.imported_at"
          + " where not ("
          + SAME.replace("f.", "excluded.")
          + ")";

  private static final String LIST =
      """
      select id, competitor_id, external_id, deal, outcome, closed_on, amount_minor, currency, reason,
             imported_by, imported_at
      from deal_outcome
      where ($1::uuid is null or competitor_id = $1)
        and ($2::date is null or (closed_on, id) < ($2, $3))
      order by closed_on desc, id desc limit $4
      """;

  private static final String COUNTS =
      """
      select count(*) filter (where outcome = 'WON'), count(*) filter (where outcome = 'LOST'),
             count(*) filter (where outcome = 'NO_DECISION'), min(closed_on), max(closed_on)
      from deal_outcome where competitor_id = $1
      """;

  private static final String REASONS =
      """
      select outcome, min(reason), count(*)
      from deal_outcome where competitor_id = $1 and reason <> '' and outcome <> 'NO_DECISION'
      group by outcome, lower(reason)
      order by count(*) desc, min(reason) limit $2
      """;

  /// @param known how many are there already
  /// @param same how many of those are there just so
  record Standing(int known, int same) {}

  /// Who imports, when.
  record Import(UUID workspaceId, UUID memberId, Instant at) {}

  Uni<Standing> standing(Mutiny.Session tx, List<DealLine> deals) {
    return SessionSql.of(tx)
        .select(STANDING, columns(deals))
        .map(rows -> new Standing(count(rows.getFirst()[0]), count(rows.getFirst()[1])));
  }

  Uni<Void> store(Mutiny.Session tx, Import who, List<DealLine> deals) {
    Object[] columns = columns(deals);
    Object[] arguments = new Object[columns.length + 4];
    System.arraycopy(columns, 0, arguments, 0, columns.length);
    arguments[columns.length] = deals.stream().map(_ -> Ids.next()).toArray(UUID[]::new);
    arguments[columns.length + 1] = who.workspaceId();
    arguments[columns.length + 2] = who.memberId();
    arguments[columns.length + 3] = who.at().atOffset(ZoneOffset.UTC);
    return SessionSql.of(tx).update(STORE, arguments).replaceWithVoid();
  }

  Uni<List<DealView>> list(
      Mutiny.Session tx, @Nullable UUID competitorId, Optional<Cursor> after, int limit) {
    return SessionSql.of(tx)
        .select(
            LIST,
            competitorId,
            after.map(from -> LocalDate.ofInstant(from.at(), ZoneOffset.UTC)).orElse(null),
            after.map(Cursor::id).orElse(null),
            limit)
        .map(rows -> rows.stream().map(DealRows::view).toList());
  }

  Uni<Integer> remove(Mutiny.Session tx, UUID id) {
    return SessionSql.of(tx).update("delete from deal_outcome where id = $1", id);
  }

  Uni<WinLossSummary> summary(Mutiny.Session tx, UUID competitorId) {
    return SessionSql.of(tx)
        .select(COUNTS, competitorId)
        .chain(
            counts ->
                SessionSql.of(tx)
                    .select(REASONS, competitorId, MOST_REASONS)
                    .map(reasons -> summary(counts.getFirst(), reasons)));
  }

  private static WinLossSummary summary(Object[] counts, List<Object[]> reasons) {
    int won = count(counts[0]);
    int lost = count(counts[1]);
    int decided = won + lost;
    return new WinLossSummary(
        won,
        lost,
        count(counts[2]),
        decided,
        decided == 0 ? null : (double) won / decided,
        (LocalDate) counts[3],
        (LocalDate) counts[4],
        reasons.stream()
            .map(
                row -> new Reason(Outcome.valueOf((String) row[0]), (String) row[1], count(row[2])))
            .toList());
  }

  private static DealView view(Object[] row) {
    return new DealView(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (String) row[3],
        Outcome.valueOf((String) row[4]),
        (LocalDate) row[5],
        (Long) row[6],
        (String) row[7],
        (String) row[8],
        (UUID) row[9],
        ((OffsetDateTime) row[10]).toInstant());
  }

  private static Object[] columns(List<DealLine> deals) {
    return new Object[] {
      column(deals, DealLine::externalId).toArray(String[]::new),
      column(deals, DealLine::deal).toArray(String[]::new),
      column(deals, deal -> deal.outcome().name()).toArray(String[]::new),
      column(deals, DealLine::closedOn).toArray(LocalDate[]::new),
      deals.stream().map(DealLine::amountMinor).toArray(Long[]::new),
      deals.stream().map(DealLine::currency).toArray(String[]::new),
      column(deals, DealLine::competitorId).toArray(UUID[]::new),
      column(deals, DealLine::reason).toArray(String[]::new)
    };
  }

  private static <T> List<T> column(List<DealLine> deals, Function<DealLine, T> cell) {
    return deals.stream().map(cell).toList();
  }

  private static int count(Object number) {
    return ((Number) number).intValue();
  }
}
