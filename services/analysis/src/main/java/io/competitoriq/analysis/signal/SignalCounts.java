package io.competitoriq.analysis.signal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Counts signals once for all who ask the same until a signal of the workspace changes. Every open
/// screen shows such counts, and to count reads every signal.
@ApplicationScoped
class SignalCounts {

  private static final int MOST_KEPT = 1_000;

  private final SignalRepository rows;
  private final WorkspaceTransactions transactions;
  private final Cache<Question, Answer> known =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  SignalCounts(SignalRepository rows, WorkspaceTransactions transactions) {
    this.rows = rows;
    this.transactions = transactions;
  }

  /// By field, how many signals have each of its values, the most first.
  Uni<Map<String, Map<String, Long>>> of(UUID workspaceId, SignalFilter filter) {
    return transactions.in(
        workspaceId,
        session ->
            // Asked before counting: a change between the two is counted, and counted again.
            rows.revision(session)
                .chain(revision -> at(revision, new Question(workspaceId, filter), session)));
  }

  private Uni<Map<String, Map<String, Long>>> at(
      long revision, Question question, Mutiny.Session session) {
    Answer answer = known.getIfPresent(question);
    return answer != null && answer.revision() == revision
        ? Uni.createFrom().item(answer.counts())
        : rows.counts(session, question.filter())
            .invoke(counts -> known.put(question, new Answer(revision, counts)));
  }

  @Scheduled(every = "60s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sumUp() {
    return transactions
        .global(tx -> SessionSql.of(tx).select("select sum_up_signal_revisions()"))
        .replaceWithVoid();
  }

  private record Question(UUID workspaceId, SignalFilter filter) {}

  /// @param revision of the workspace's signals when they were counted
  private record Answer(long revision, Map<String, Map<String, Long>> counts) {}
}
