package io.competitoriq.analysis.assessment;

import io.competitoriq.analysis.model.Availability;
import io.competitoriq.analysis.model.LanguageModel;
import io.competitoriq.analysis.model.ModelFailure;
import io.competitoriq.analysis.model.ModelSwitches;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.AssessSignal;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Keeps what models make of signals. Never touches the signal.
@ApplicationScoped
public class Assessments {

  static final String FINISHED = "assessment.finished";

  private final AssessmentRepository rows;
  private final LanguageModel model;
  private final ModelSwitches switches;
  private final JobQueue jobs;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Assessments(
      AssessmentRepository rows,
      LanguageModel model,
      ModelSwitches switches,
      JobQueue jobs,
      LiveEvents live,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.model = model;
    this.switches = switches;
    this.jobs = jobs;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Opens the assessment of a new signal in the signal's transaction: asks for it, or says why
  /// not.
  public Uni<Void> open(Mutiny.Session tx, UUID workspaceId, UUID signalId) {
    Assessment row = new Assessment();
    row.id = Ids.next();
    row.workspaceId = workspaceId;
    row.signalId = signalId;
    row.promptVersion = Prompt.CURRENT;
    row.updatedAt = clock.instant();
    return switch (model.availability()) {
      case Availability.Absent absent -> skip(row, absent.reason());
      case Availability.Ready ready ->
          switches
              .isOn(tx, workspaceId)
              .chain(
                  on ->
                      on
                          ? ask(tx, row, ready.model())
                          : skip(row, ModelFailure.SWITCHED_OFF.sentence()));
    };
  }

  private Uni<Void> skip(Assessment row, String reason) {
    conclude(row, new Conclusion.Skipped(reason));
    return rows.persist(row).replaceWithVoid();
  }

  private Uni<Void> ask(Mutiny.Session tx, Assessment row, String name) {
    row.state = AssessmentState.PENDING;
    row.reason = "Waiting for " + name + ".";
    row.model = name;
    return jobs.enqueue(tx, job(row.workspaceId, row.signalId))
        .chain(enqueued -> rows.persist(expected(row, enqueued)))
        .replaceWithVoid();
  }

  /// Commits a verdict with the job; once per signal.
  public Uni<Void> settle(UUID workspaceId, Verdict.Settled settled) {
    return rows.findBySignal(settled.purpose().requireSignal())
        .map(Optional::orElseThrow)
        .invoke(row -> settle(row, settled))
        .invoke(() -> live.publish(workspaceId, FINISHED, settled.purpose().requireSignal()))
        .replaceWithVoid();
  }

  /// The same for a signal that is assessed anew: an assessment that stands is never replaced by a
  /// failure.
  Uni<Void> resettle(UUID workspaceId, Verdict.Settled settled) {
    UUID signalId = settled.purpose().requireSignal();
    boolean worse = !(settled.conclusion() instanceof Conclusion.Done);
    return rows.findBySignal(signalId)
        .map(Optional::orElseThrow)
        .invoke(
            row -> {
              if (!(worse && row.state == AssessmentState.DONE)) {
                settle(row, settled);
                live.publish(workspaceId, FINISHED, signalId);
              }
            })
        .replaceWithVoid();
  }

  /// Notes an attempt that led to nothing yet, or after the last one that nothing will come.
  public Uni<Void> postpone(UUID workspaceId, Verdict.Later later, boolean lastAttempt) {
    return transactions.in(
        workspaceId,
        _ ->
            rows.findBySignal(later.purpose().requireSignal())
                .map(Optional::orElseThrow)
                .invoke(row -> postpone(row, later, lastAttempt))
                .invoke(() -> announce(workspaceId, later, lastAttempt))
                .replaceWithVoid());
  }

  /// Notes why nothing was asked yet; no attempt is spent.
  public Uni<Void> await(UUID workspaceId, Verdict.Paused paused) {
    return transactions.in(
        workspaceId,
        _ ->
            rows.findBySignal(paused.purpose().requireSignal())
                .map(Optional::orElseThrow)
                .invoke(row -> await(row, "Nothing was asked yet. " + paused.reason()))
                .replaceWithVoid());
  }

  /// Ends an assessment whose job is gone; one that has ended otherwise meanwhile stays as it is.
  Uni<Void> abandon(UUID workspaceId, UUID signalId) {
    var gone =
        new Conclusion.Failed(
            "ABANDONED", "The job for it ended without a result; see the dead letters.");
    return transactions.in(
        workspaceId,
        _ ->
            rows.findBySignal(signalId)
                .map(row -> row.filter(r -> r.state == AssessmentState.PENDING))
                .invoke(row -> row.ifPresent(r -> conclude(r, gone)))
                .invoke(row -> row.ifPresent(_ -> live.publish(workspaceId, FINISHED, signalId)))
                .replaceWithVoid());
  }

  Uni<Boolean> isDone(UUID workspaceId, UUID signalId) {
    return transactions.in(
        workspaceId,
        _ ->
            rows.findBySignal(signalId)
                .map(row -> row.filter(r -> r.state == AssessmentState.DONE).isPresent()));
  }

  private static NewJob job(UUID workspaceId, UUID signalId) {
    var payload = new AssessSignal(signalId, Prompt.CURRENT);
    return NewJob.of(AssessSignal.QUEUE, AssessSignal.KIND, workspaceId, payload)
        .dedup(signalId.toString());
  }

  private Assessment expected(Assessment row, Enqueued enqueued) {
    switch (enqueued) {
      case Enqueued.Added _, Enqueued.Duplicate _ -> {}
      case Enqueued.Rejected rejected ->
          conclude(row, new Conclusion.Failed("QUEUE_FULL", rejected.reason()));
    }
    return row;
  }

  private void settle(Assessment row, Verdict.Settled settled) {
    row.model = settled.model();
    row.inputHash = settled.purpose().inputHash();
    row.promptVersion = settled.purpose().promptVersion();
    conclude(row, settled.conclusion());
  }

  private void conclude(Assessment row, Conclusion conclusion) {
    row.reason = conclusion.reason();
    row.finishedAt = clock.instant();
    row.updatedAt = clock.instant();
    row.failure = null;
    row.result = null;
    switch (conclusion) {
      case Conclusion.Done done -> {
        row.state = AssessmentState.DONE;
        row.result = done.answer();
        row.droppedClaims = done.answer().droppedClaims();
      }
      case Conclusion.Failed failed -> {
        row.state = AssessmentState.FAILED;
        row.failure = failed.failure();
      }
      case Conclusion.Skipped _ -> row.state = AssessmentState.SKIPPED;
    }
  }

  private void postpone(Assessment row, Verdict.Later later, boolean lastAttempt) {
    if (lastAttempt) {
      String reason = "Given up after the last attempt. " + later.reason();
      conclude(row, new Conclusion.Failed(later.failure(), reason));
      return;
    }
    await(row, "Trying again later. " + later.reason());
  }

  private void await(Assessment row, String reason) {
    row.state = AssessmentState.PENDING;
    row.reason = reason;
    row.failure = null;
    row.finishedAt = null;
    row.updatedAt = clock.instant();
  }

  private void announce(UUID workspaceId, Verdict.Later later, boolean lastAttempt) {
    if (lastAttempt) {
      live.publish(workspaceId, FINISHED, later.purpose().requireSignal());
    }
  }
}
