package io.competitoriq.process.document;

import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// How much is known, for overviews.
@ApplicationScoped
public class DocumentCounts {

  private static final String COUNTS =
      """
      select (select count(*) from document where state = 'PROCESSED' and (:all or competitor_id = :competitor)),
             (select count(*) from fact where valid_to is null and (:all or competitor_id = :competitor)),
             (select count(*) from fact where valid_to is null and kind = 'PLAN' and (:all or competitor_id = :competitor)),
             (select count(*) from fact where valid_to is null and kind = 'POST' and (:all or competitor_id = :competitor)),
             (select count(*) from change where status = 'CONFIRMED' and (:all or competitor_id = :competitor)),
             (select count(distinct lower(btrim(field))) from fact
               where valid_to is null and kind = 'FEATURE' and (:all or competitor_id = :competitor)),
             (select count(*) from fact where valid_to is null and kind = 'JOB_OPENING' and (:all or competitor_id = :competitor))
      """;

  private final WorkspaceTransactions transactions;

  DocumentCounts(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  /// @param competitorId null for the whole workspace
  public Uni<Counts> of(UUID workspaceId, @Nullable UUID competitorId) {
    return transactions.in(workspaceId, session -> query(session, competitorId));
  }

  private static Uni<Counts> query(Mutiny.Session session, @Nullable UUID competitorId) {
    return session
        .createNativeQuery(COUNTS, Object[].class)
        .setParameter("all", competitorId == null)
        .setParameter("competitor", competitorId == null ? new UUID(0, 0) : competitorId)
        .getSingleResult()
        .map(DocumentCounts::counts);
  }

  private static Counts counts(Object[] row) {
    return new Counts(
        at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4), at(row, 5), at(row, 6));
  }

  private static long at(Object[] row, int column) {
    return ((Number) row[column]).longValue();
  }

  /// @param documents understood so far
  /// @param facts that hold now, plans and posts among them
  /// @param changes confirmed so far
  /// @param features by name, however many plans have them
  public record Counts(
      long documents,
      long facts,
      long plans,
      long posts,
      long changes,
      long features,
      long openings) {}
}
