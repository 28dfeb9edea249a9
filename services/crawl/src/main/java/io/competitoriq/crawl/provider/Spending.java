package io.competitoriq.crawl.provider;

import static io.competitoriq.crawl.provider.SpendRows.WHOLE_PROVIDER;

import io.competitoriq.crawl.provider.Reservation.OverBudget;
import io.competitoriq.crawl.provider.Reservation.Reserved;
import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The ledger of what providers cost. A call that costs money is reserved before, against the
/// budgets of its provider and its source, and settled after with what it really cost. What a dead
/// process left open stays reserved until somebody settles it, so no budget is exceeded meanwhile.
@ApplicationScoped
public class Spending {
  private final WorkspaceTransactions transactions;
  private final Budgets budgets;
  private final SpendRows spend;
  private final Clock clock;

  Spending(WorkspaceTransactions transactions, Budgets budgets, SpendRows spend, Clock clock) {
    this.transactions = transactions;
    this.budgets = budgets;
    this.spend = spend;
    this.clock = clock;
  }

  /// Sets `micros` aside in the caller's transaction, which must roll back on a failure. Fails with
  /// [BudgetExceeded].
  public Uni<UUID> reserve(
      Mutiny.Session tx, Purpose purpose, String call, @Nullable Integer part, long micros) {
    Usage usage = row(purpose, call);
    usage.part = part;
    usage.state = UsageState.OPEN;
    usage.reservedMicros = micros;
    return budgets
        .of(tx, purpose.workspaceId(), purpose.provider())
        .chain(budget -> within(tx, usage, budget))
        .chain(() -> tx.persist(usage))
        .call(tx::flush)
        .replaceWith(usage.id);
  }

  /// The same in a transaction of its own.
  public Uni<Reservation> reserve(
      Purpose purpose, String call, @Nullable Integer part, long micros) {
    return transactions
        .in(purpose.workspaceId(), tx -> reserve(tx, purpose, call, part, micros))
        .<Reservation>map(Reserved::new)
        .onFailure(BudgetExceeded.class)
        .recoverWithItem(failure -> ((BudgetExceeded) failure).why());
  }

  /// Replaces the reservation by what the call cost. Settling twice keeps the first.
  public Uni<Void> settle(Mutiny.Session tx, UUID usageId, Cost cost) {
    return tx.find(Usage.class, usageId, LockMode.PESSIMISTIC_WRITE)
        .chain(
            usage ->
                usage == null || usage.state != UsageState.OPEN
                    ? Uni.createFrom().voidItem()
                    : settle(tx, usage, cost));
  }

  /// The same in a transaction of its own.
  public Uni<Void> settle(UUID workspaceId, UUID usageId, Cost cost) {
    return transactions.in(workspaceId, tx -> settle(tx, usageId, cost));
  }

  /// Notes a call that costs nothing.
  public Uni<Void> note(Purpose purpose, String call, Instant startedAt, Cost cost) {
    Usage usage = row(purpose, call);
    usage.startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
    fill(usage, cost);
    return transactions.in(
        purpose.workspaceId(), tx -> tx.persist(usage).call(tx::flush).replaceWithVoid());
  }

  /// Where the answer to a part of this visit is kept, when it was paid for already.
  public Uni<Optional<String>> paidAnswer(Purpose purpose, int part) {
    return transactions.in(
        purpose.workspaceId(),
        tx ->
            tx.createQuery(
                    "select u.answerSha256 from Usage u where u.sourceId = :source and u.slot = :slot"
                        + " and u.part = :part and u.answerSha256 is not null",
                    String.class)
                .setParameter("source", purpose.sourceId())
                .setParameter("slot", purpose.slot())
                .setParameter("part", part)
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().findFirst()));
  }

  /// Settles what an earlier start of this visit left open: nobody knows what came of those calls,
  /// so each counts as charged in full.
  public Uni<Void> assumeCharged(Purpose purpose, int creditsEach) {
    return transactions.in(
        purpose.workspaceId(),
        tx ->
            tx.createQuery(
                    "select u.id from Usage u where u.sourceId = :source and u.slot = :slot"
                        + " and u.part is not null and u.state = :open",
                    UUID.class)
                .setParameter("source", purpose.sourceId())
                .setParameter("slot", purpose.slot())
                .setParameter("open", UsageState.OPEN)
                .getResultList()
                .chain(open -> charged(tx, open, creditsEach)));
  }

  Uni<Void> assumeCharged(UUID workspaceId, UUID usageId) {
    return transactions.in(workspaceId, tx -> charged(tx, List.of(usageId), 0));
  }

  private Uni<Void> charged(Mutiny.Session tx, List<UUID> open, int credits) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (UUID id : open) {
      all =
          all.chain(
              () ->
                  settle(
                      tx,
                      id,
                      new Cost(
                          UsageState.NO_ANSWER,
                          null,
                          credits,
                          Cost.ALL_THAT_IS_RESERVED,
                          0,
                          "its end was not seen: counted as charged",
                          null)));
    }
    return all;
  }

  private Uni<Void> within(Mutiny.Session tx, Usage usage, Budget budget) {
    UUID source = usage.sourceId;
    Uni<Void> whole = reserve(tx, usage, WHOLE_PROVIDER, budget.monthMicros());
    return source == null
        ? whole
        : whole.chain(() -> reserve(tx, usage, source, budget.of(source)));
  }

  private Uni<Void> reserve(Mutiny.Session tx, Usage usage, UUID account, long cap) {
    return spend
        .reserve(tx, usage, account, cap)
        .chain(
            fits ->
                fits
                    ? Uni.createFrom().voidItem()
                    : spend
                        .of(tx, usage, account)
                        .chain(
                            state ->
                                Uni.createFrom().failure(exceeded(usage, account, cap, state))));
  }

  private static BudgetExceeded exceeded(
      Usage usage, UUID account, long cap, SpendRows.State state) {
    String whose =
        account.equals(WHOLE_PROVIDER)
            ? usage.provider.label()
            : "this source at " + usage.provider.label();
    return new BudgetExceeded(
        new OverBudget(
            "This month's budget of %s for %s does not allow another %s: %s are spent and %s are set aside for what is under way."
                .formatted(
                    Money.shown(cap),
                    whose,
                    Money.shown(usage.reservedMicros),
                    Money.shown(state.spentMicros()),
                    Money.shown(state.reservedMicros())),
            "An admin can raise the budget of %s, or wait for next month (UTC)."
                .formatted(usage.provider.label())));
  }

  private Uni<Void> settle(Mutiny.Session tx, Usage usage, Cost cost) {
    long reserved = usage.reservedMicros;
    UUID source = usage.sourceId;
    fill(usage, cost);
    Uni<Void> whole = spend.settle(tx, usage, WHOLE_PROVIDER, reserved);
    return (source == null ? whole : whole.chain(() -> spend.settle(tx, usage, source, reserved)))
        .call(tx::flush);
  }

  private void fill(Usage usage, Cost cost) {
    usage.state = cost.state();
    usage.httpStatus = cost.httpStatus();
    usage.credits = cost.credits();
    usage.costMicros =
        cost.micros() == Cost.ALL_THAT_IS_RESERVED ? usage.reservedMicros : cost.micros();
    usage.durationMs = (int) Math.min(Integer.MAX_VALUE, Math.max(0, cost.millis()));
    usage.note = cost.note();
    usage.answerSha256 = cost.answerSha256();
    usage.finishedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Usage row(Purpose purpose, String call) {
    Usage usage = new Usage();
    usage.id = Ids.next();
    usage.workspaceId = purpose.workspaceId();
    usage.provider = purpose.provider();
    usage.sourceId = purpose.sourceId();
    usage.jobId = purpose.jobId();
    usage.slot = purpose.slot();
    usage.call = call;
    usage.startedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    usage.month = LocalDate.ofInstant(usage.startedAt, ZoneOffset.UTC).withDayOfMonth(1);
    return usage;
  }
}
