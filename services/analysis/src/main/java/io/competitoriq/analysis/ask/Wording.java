package io.competitoriq.analysis.ask;

import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.AnswerQuestion;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Lays a model's words over the answer from extracts, or says why there are none. The extracts
/// stay whenever they do not come.
@ApplicationScoped
public class Wording {

  static final String ANSWERED = "question.answered";

  private final Answerer answerer;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Wording(Answerer answerer, LiveEvents live, WorkspaceTransactions transactions, Clock clock) {
    this.answerer = answerer;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// What the model made of it; nothing is stored yet.
  public sealed interface Result {

    /// The question is gone, or has its answer.
    record Nothing() implements Result {}

    /// Final: to be committed with the job.
    record Final(UUID questionId, Ending ending) implements Result {}

    /// Not now.
    record Again(UUID questionId, String failure, String reason, Optional<Duration> after)
        implements Result {}
  }

  /// How it ended; known inside this package only.
  public static final class Ending {
    private final Outcome outcome;

    private Ending(Outcome outcome) {
      this.outcome = outcome;
    }
  }

  /// Asks the model.
  public Uni<Result> of(UUID workspaceId, AnswerQuestion job) {
    return transactions
        .in(workspaceId, tx -> open(tx, job.questionId()))
        .chain(
            found ->
                found
                    .map(open -> word(workspaceId, job, open))
                    .orElseGet(() -> Uni.createFrom().item(new Result.Nothing())));
  }

  private Uni<Result> word(UUID workspaceId, AnswerQuestion job, Open open) {
    return answerer
        .word(workspaceId, open.reading, open.previous, open.material, job.promptVersion())
        .map(outcome -> result(job.questionId(), outcome));
  }

  /// A question that waits for its words.
  private record Open(Reading reading, Material material, @Nullable String previous) {}

  private static Uni<Optional<Open>> open(Mutiny.Session tx, UUID id) {
    return tx.find(StoredQuestion.class, id)
        .chain(
            row -> {
              Material material = row == null ? null : row.material;
              if (row == null || material == null || row.modelState != ModelState.PENDING) {
                return Uni.createFrom().item(Optional.empty());
              }
              Reading reading = row.reading;
              return Conversations.before(tx, row.conversationId, row.askedAt)
                  .map(
                      before ->
                          Optional.of(
                              new Open(
                                  reading,
                                  material,
                                  before.map(found -> found.text).orElse(null))));
            });
  }

  private static Result result(UUID questionId, Outcome outcome) {
    return outcome instanceof Outcome.Later later
        ? new Result.Again(questionId, later.failure(), later.reason(), later.after())
        : new Result.Final(questionId, new Ending(outcome));
  }

  /// Stores the end, in the job's transaction.
  public Uni<Void> settle(Mutiny.Session tx, UUID workspaceId, Result.Final result) {
    return end(tx, workspaceId, result.questionId(), result.ending().outcome);
  }

  /// After the last attempt: it will not come.
  public Uni<Void> giveUp(UUID workspaceId, Result.Again again) {
    String reason = "Given up after the last attempt. " + again.reason();
    return transactions.in(
        workspaceId,
        tx ->
            end(
                tx,
                workspaceId,
                again.questionId(),
                new Outcome.Failed(again.failure(), reason, 0)));
  }

  private Uni<Void> end(Mutiny.Session tx, UUID workspaceId, UUID questionId, Outcome outcome) {
    return tx.find(StoredQuestion.class, questionId)
        .invoke(
            row -> {
              if (row != null && row.modelState == ModelState.PENDING) {
                write(row, outcome);
                live.publish(workspaceId, ANSWERED, questionId);
              }
            })
        .replaceWithVoid();
  }

  private void write(StoredQuestion row, Outcome outcome) {
    row.updatedAt = clock.instant();
    row.material = null;
    switch (outcome) {
      case Outcome.Worded worded -> {
        row.modelState = ModelState.DONE;
        row.modelReason = worded.standing();
        row.inputHash = worded.inputHash();
        row.droppedClaims = worded.dropped();
        boolean silent = worded.answer().claims().isEmpty();
        if (silent && !row.answer.claims().isEmpty()) {
          row.modelReason =
              "The model found no answer in these sources; they speak for themselves.";
          return;
        }
        row.answer = worded.answer();
        row.verdict = worded.answer().verdict();
        row.writtenBy = Writer.MODEL;
      }
      case Outcome.Failed failed -> {
        row.modelState = ModelState.FAILED;
        row.failure = failed.failure();
        row.modelReason = failed.reason();
        row.droppedClaims = failed.dropped();
      }
      case Outcome.Later _ -> throw new IllegalStateException("not an end");
    }
  }
}
