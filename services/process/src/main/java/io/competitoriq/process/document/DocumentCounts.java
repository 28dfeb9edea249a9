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

  /// With a condition that is either there or not: one plan for both reads every row there is.
  private static final String COUNTS =
      """
      select (select count(*) from document where state = 'PROCESSED' and %1$s),
             f.facts, f.plans, f.posts,
             (select count(*) from change where status = 'CONFIRMED' and %1$s),
             f.features, f.jobs
        from (select count(*) as facts,
                     count(*) filter (where kind = 'PLAN') as plans,
                     count(*) filter (where kind = 'POST') as posts,
                     count(distinct lower(btrim(field))) filter (where kind = 'FEATURE') as features,
                     count(*) filter (where kind = 'JOB_OPENING') as jobs
                from fact where valid_to is null and %1$s) f
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
    var counting =
        session.createNativeQuery(
            COUNTS.formatted(competitorId == null ? "true" : "competitor_id = :competitor"),
            Object[].class);
    if (competitorId != null) {
      counting.setParameter("competitor", competitorId);
    }
    return counting.getSingleResult().map(DocumentCounts::counts);
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
