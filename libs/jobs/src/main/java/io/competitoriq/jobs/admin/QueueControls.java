package io.competitoriq.jobs.admin;

import io.competitoriq.jobs.control.ControlJson;
import io.competitoriq.jobs.control.QueueControl;
import io.competitoriq.jobs.tickets.PauseHint;
import io.competitoriq.tenancy.AfterCommit;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/// Decisions about a queue, in the caller's transaction (of `WorkspaceTransactions`). Every process
/// goes by them within `ciq.jobs.every.controls` after the commit; a pause holds at once, because
/// the claim itself reads it.
@ApplicationScoped
public class QueueControls {

  private static final String CREATE =
      "insert into jobs.queue_state (queue) values (:queue) on conflict (queue) do nothing";

  private static final String LOCK =
      """
      select paused, draining, cast(settings as text) from jobs.queue_state
       where queue = :queue for update
      """;

  private static final String WRITE =
      """
      update jobs.queue_state
         set paused = :paused, draining = :draining, settings = cast(cast(:settings as text) as jsonb),
             updated_at = now()
       where queue = :queue
      """;

  /// Tickets that were void during the pause would be missed only by the reconciler.
  private static final String TICKETS_ANEW =
      "update jobs.job set ticketed_at = null where queue = :queue and state = 0 and ticketed_at is not null";

  private final PauseHint hint;

  QueueControls(PauseHint hint) {
    this.hint = hint;
  }

  /// No job of the queue starts any more; running ones go on.
  public Uni<ControlChange> pause(Mutiny.Session tx, String queue) {
    return change(tx, queue, now -> new QueueControl(true, now.draining(), now.overrides()))
        .invoke(() -> AfterCommit.run(() -> hint.show(queue, true)));
  }

  /// Jobs start again.
  public Uni<ControlChange> resume(Mutiny.Session tx, String queue) {
    return change(tx, queue, now -> new QueueControl(false, now.draining(), now.overrides()))
        .call(() -> run(tx, TICKETS_ANEW, queue))
        .invoke(() -> AfterCommit.run(() -> hint.show(queue, false)));
  }

  /// Enqueueing answers `Rejected`, what is there runs empty.
  public Uni<ControlChange> drain(Mutiny.Session tx, String queue) {
    return change(tx, queue, now -> new QueueControl(now.paused(), true, now.overrides()));
  }

  /// The undo of [#drain].
  public Uni<ControlChange> reopen(Mutiny.Session tx, String queue) {
    return change(tx, queue, now -> new QueueControl(now.paused(), false, now.overrides()));
  }

  /// Changes settings; what is running keeps the timeout it started with.
  public Uni<ControlChange> change(Mutiny.Session tx, String queue, SettingsPatch.Valid patch) {
    return change(
        tx,
        queue,
        now -> new QueueControl(now.paused(), now.draining(), patch.over(now.overrides())));
  }

  private static Uni<ControlChange> change(
      Mutiny.Session tx, String queue, UnaryOperator<QueueControl> decision) {
    return run(tx, CREATE, queue)
        .chain(() -> locked(tx, queue))
        .chain(
            before -> {
              QueueControl after = decision.apply(before);
              return write(tx, queue, after).replaceWith(new ControlChange(before, after));
            });
  }

  private static Uni<QueueControl> locked(Mutiny.Session tx, String queue) {
    return tx.createNativeQuery(LOCK, Object[].class)
        .setParameter("queue", queue)
        .getSingleResult()
        .map(
            row ->
                new QueueControl(
                    (Boolean) row[0],
                    (Boolean) row[1],
                    ControlJson.overrides(new JsonObject((String) row[2]))));
  }

  private static Uni<Integer> write(Mutiny.Session tx, String queue, QueueControl control) {
    return tx.createNativeQuery(WRITE)
        .setParameter("queue", queue)
        .setParameter("paused", control.paused())
        .setParameter("draining", control.draining())
        .setParameter("settings", ControlJson.text(control.overrides()))
        .executeUpdate();
  }

  private static Uni<Integer> run(Mutiny.Session tx, String sql, String queue) {
    return tx.createNativeQuery(sql).setParameter("queue", queue).executeUpdate();
  }
}
