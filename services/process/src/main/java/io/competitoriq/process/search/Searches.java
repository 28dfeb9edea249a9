package io.competitoriq.process.search;

import static java.util.Objects.requireNonNull;

import io.competitoriq.process.evidence.QuoteCheck;
import io.competitoriq.process.fact.FactView;
import io.competitoriq.process.fact.Facts;
import io.competitoriq.process.search.Found.Coverage;
import io.competitoriq.process.search.Found.FactHit;
import io.competitoriq.process.search.Found.Passage;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Searches of a workspace. Functions of the database find ids; what they name is read under
/// row-level security.
@ApplicationScoped
class Searches {

  private static final Instant EVER = Instant.parse("1970-01-01T00:00:00Z");

  /// The body is read to hold each passage against it, and only of the documents found.
  private static final String PASSAGES =
      """
      select p.competitor_id, p.source_id, p.document_id, d.snapshot_id, p.block_id, d.url, d.title,
             p.path, p.text, p.start_offset, p.end_offset, p.first_seen, p.last_seen, d.published_at,
             f.matched, f.of_terms, f.score, f.cut, d.body
      from search_passage($1, $2, $3, $4, $5) f
      join passage p on p.id = f.passage_id
      join document d on d.id = p.document_id
      order by f.score desc, p.id desc
      """;

  private static final String FACTS =
      "select fact_id, matched, of_terms from search_fact($1, $2, $3, $4, $5, $6)";

  private static final String COVERAGE =
      """
      select coalesce(sum(documents), 0)::bigint, count(distinct competitor_id), count(*),
             min(first_seen), max(last_seen)
      from searched_source where cardinality($1::uuid[]) = 0 or competitor_id = any($1)
      """;

  private final Facts facts;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Searches(Facts facts, WorkspaceTransactions transactions, Clock clock) {
    this.facts = facts;
    this.transactions = transactions;
    this.clock = clock;
  }

  Uni<Found> run(UUID workspaceId, Search search) {
    return transactions.in(
        workspaceId,
        tx ->
            passages(tx, search)
                .chain(
                    rows ->
                        facts(tx, search)
                            .chain(
                                facts ->
                                    coverage(tx, search)
                                        .map(
                                            coverage ->
                                                new Found(
                                                    standing(rows),
                                                    facts,
                                                    isCut(rows),
                                                    coverage)))));
  }

  private Uni<List<Object[]>> passages(Mutiny.Session tx, Search search) {
    if (search.passages() == 0 || search.terms().isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Instant since = search.from() == null ? EVER : search.from();
    return SessionSql.of(tx)
        .select(
            PASSAGES,
            terms(search),
            competitors(search),
            at(since),
            at(search.until(clock.instant())),
            search.passages());
  }

  private Uni<List<FactHit>> facts(Mutiny.Session tx, Search search) {
    if (search.facts() == 0) {
      return Uni.createFrom().item(List.of());
    }
    Instant now = clock.instant();
    return SessionSql.of(tx)
        .select(
            FACTS,
            terms(search),
            search.kinds().stream().map(Enum::name).toArray(String[]::new),
            competitors(search),
            at(search.since(now)),
            at(search.until(now)),
            search.facts())
        .chain(rows -> hits(rows));
  }

  private Uni<List<FactHit>> hits(List<Object[]> rows) {
    return facts
        .views(rows.stream().map(row -> (UUID) row[0]).toList())
        .map(
            (List<FactView> views) -> {
              Map<UUID, FactView> byId =
                  views.stream().collect(Collectors.toMap(FactView::id, Function.identity()));
              return rows.stream()
                  .filter(row -> byId.containsKey((UUID) row[0]))
                  .map(row -> hit(row, byId))
                  .toList();
            });
  }

  private static FactHit hit(Object[] row, Map<UUID, FactView> byId) {
    return new FactHit(requireNonNull(byId.get((UUID) row[0])), (Integer) row[1], (Integer) row[2]);
  }

  private static Uni<Coverage> coverage(Mutiny.Session tx, Search search) {
    return SessionSql.of(tx)
        .select(COVERAGE, (Object) competitors(search))
        .map(List::getFirst)
        .map(
            row ->
                new Coverage(
                    (Long) row[0], (Long) row[1], (Long) row[2], instant(row[3]), instant(row[4])));
  }

  /// Only what the document's text holds at exactly these offsets is shown to anybody.
  private static List<Passage> standing(List<Object[]> rows) {
    return rows.stream()
        .filter(
            row ->
                QuoteCheck.holds(
                    (String) row[18], (String) row[8], (Integer) row[9], (Integer) row[10]))
        .map(Searches::passage)
        .toList();
  }

  private static Passage passage(Object[] row) {
    return new Passage(
        (UUID) row[0],
        (UUID) row[1],
        (UUID) row[2],
        (UUID) row[3],
        (String) row[4],
        (String) row[5],
        (String) row[6],
        (String) row[7],
        (String) row[8],
        (Integer) row[9],
        (Integer) row[10],
        requireNonNull(instant(row[11])),
        requireNonNull(instant(row[12])),
        instant(row[13]),
        (Integer) row[14],
        (Integer) row[15],
        (Double) row[16]);
  }

  private static boolean isCut(List<Object[]> rows) {
    return rows.stream().anyMatch(row -> (Boolean) row[17]);
  }

  private static String[] terms(Search search) {
    return search.terms().toArray(String[]::new);
  }

  private static UUID[] competitors(Search search) {
    return search.competitorIds().toArray(UUID[]::new);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value == null ? null : ((OffsetDateTime) value).toInstant();
  }
}
