package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;

import io.competitoriq.jobs.admin.ControlChange;
import io.competitoriq.jobs.admin.DeadFilter;
import io.competitoriq.jobs.admin.DeadLetters;
import io.competitoriq.jobs.admin.JobChange;
import io.competitoriq.jobs.admin.JobControl;
import io.competitoriq.jobs.admin.QueueControls;
import io.competitoriq.jobs.admin.SettingsPatch;
import io.competitoriq.jobs.admin.WorkerList;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What an operator does, each act in a transaction of its own.
@ApplicationScoped
public class Operator {

  private final WorkspaceTransactions transactions;
  private final QueueControls queues;
  private final JobControl jobs;
  private final DeadLetters letters;
  private final WorkerList workers;

  Operator(
      WorkspaceTransactions transactions,
      QueueControls queues,
      JobControl jobs,
      DeadLetters letters,
      WorkerList workers) {
    this.transactions = transactions;
    this.queues = queues;
    this.jobs = jobs;
    this.letters = letters;
    this.workers = workers;
  }

  public ControlChange pause(String queue) {
    return act(tx -> queues.pause(tx, queue));
  }

  public ControlChange resume(String queue) {
    return act(tx -> queues.resume(tx, queue));
  }

  public ControlChange drain(String queue) {
    return act(tx -> queues.drain(tx, queue));
  }

  public ControlChange reopen(String queue) {
    return act(tx -> queues.reopen(tx, queue));
  }

  public ControlChange set(String queue, Map<String, @Nullable Object> settings) {
    var patch = (SettingsPatch.Valid) SettingsPatch.of(settings);
    return act(tx -> queues.change(tx, queue, patch));
  }

  public JobChange cancel(long id) {
    return act(tx -> jobs.cancel(tx, id));
  }

  public JobChange promote(long id) {
    return act(tx -> jobs.promote(tx, id));
  }

  public JobChange retry(long id) {
    return act(tx -> jobs.retry(tx, id));
  }

  public DeadLetters.Redrive count(String queue, DeadFilter filter) {
    return act(tx -> letters.countRedrive(tx, queue, filter));
  }

  public List<DeadLetters.Letter> sample(String queue, DeadFilter filter) {
    return act(tx -> letters.sample(tx, queue, filter));
  }

  public DeadLetters.Redrive redrive(String queue, DeadFilter filter) {
    return act(tx -> letters.redrive(tx, queue, filter));
  }

  public long purge(String queue, DeadFilter filter) {
    return act(tx -> letters.purge(tx, queue, filter));
  }

  public List<Boolean> drainWorker(UUID id, boolean draining) {
    return act(tx -> workers.drain(tx, id, draining));
  }

  private <T> T act(Function<Mutiny.Session, Uni<T>> work) {
    return transactions.global(work).await().atMost(PATIENCE);
  }
}
