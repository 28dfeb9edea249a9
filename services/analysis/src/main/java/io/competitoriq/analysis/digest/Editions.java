package io.competitoriq.analysis.digest;

import static java.util.stream.Collectors.toMap;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Editions as they are read.
@ApplicationScoped
public class Editions {

  private static final String HEAD =
      """
      select digest_id, id, occasion, period_from, period_to, headline, signals, stories, created_at
      from edition
      """;

  private static final String LIST =
      HEAD
          + """
          where digest_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3))
          order by created_at desc, id desc limit $4
          """;

  private static final String LATEST =
      """
      select e.* from unnest($1::uuid[]) as d (id)
      cross join lateral (%s where digest_id = d.id order by created_at desc, id desc limit 1) e
      """
          .formatted(HEAD);

  private final WorkspaceTransactions transactions;

  Editions(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  /// Fails with 404 when there is none.
  public Uni<EditionView> get(UUID workspaceId, UUID id) {
    return transactions.in(workspaceId, tx -> find(tx, id).map(EditionView::of));
  }

  Uni<EditionView> get(UUID workspaceId, UUID digestId, UUID id) {
    return get(workspaceId, id)
        .invoke(
            found -> {
              if (!found.digestId().equals(digestId)) {
                throw missing(id);
              }
            });
  }

  /// Newest first.
  Uni<Page<EditionHead>> list(UUID workspaceId, UUID digestId, Optional<Cursor> cursor, int limit) {
    OffsetDateTime at = cursor.map(it -> it.at().atOffset(ZoneOffset.UTC)).orElse(null);
    UUID id = cursor.map(Cursor::id).orElse(null);
    return transactions
        .in(
            workspaceId,
            tx ->
                Digests.find(tx, digestId)
                    .chain(() -> SessionSql.of(tx).select(LIST, digestId, at, id, limit + 1)))
        .map(rows -> rows.stream().map(Editions::head).toList())
        .map(found -> Page.of(found, limit, head -> Cursor.of(head.createdAt(), head.id())));
  }

  /// The newest of each digest that has any.
  Uni<Map<UUID, EditionHead>> latest(Mutiny.Session tx, List<UUID> digestIds) {
    return SessionSql.of(tx)
        .select(LATEST, (Object) digestIds.toArray(UUID[]::new))
        .map(rows -> rows.stream().collect(toMap(row -> (UUID) row[0], Editions::head)));
  }

  private static Uni<Edition> find(Mutiny.Session tx, UUID id) {
    return tx.find(Edition.class, id)
        .invoke(
            row -> {
              if (row == null) {
                throw missing(id);
              }
            });
  }

  private static RuntimeException missing(UUID id) {
    return Problems.notFound("edition-not-found", "No edition " + id + " of this digest.");
  }

  private static EditionHead head(Object[] row) {
    return new EditionHead(
        (UUID) row[1],
        Occasion.valueOf((String) row[2]),
        ((OffsetDateTime) row[3]).toInstant(),
        ((OffsetDateTime) row[4]).toInstant(),
        (String) row[5],
        (Integer) row[6],
        (Integer) row[7],
        ((OffsetDateTime) row[8]).toInstant());
  }
}
