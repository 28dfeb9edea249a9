package io.competitoriq.analysis.model;

import io.competitoriq.analysis.model.ModelReply.Unaffordable;
import io.competitoriq.analysis.model.SpendRows.Place;
import io.competitoriq.analysis.model.SpendRows.Spent;
import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Sets money aside before a call and replaces it by what the call cost. Since the most a call can
/// cost is set aside, no number of callers together spends more than a budget.
@ApplicationScoped
class Spending {

  /// Soon enough to see money that calls under way give back.
  private static final Duration SOON = Duration.ofSeconds(5);

  /// Often enough to see that an admin raised a day's budget.
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  /// Money set aside for one call.
  ///
  /// @param day whose accounts it was taken from, UTC
  record Reservation(Purpose purpose, String model, LocalDate day, long micros) {}

  private static final String OPEN =
      """
      insert into model_reservation
        (id, workspace_id, feature, day, micros, signal_id, model, prompt_version, input_hash)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";
  private static final String HOLD = "update model_reservation set held_until = $2 where id = $1";
  private static final String CLOSE =
      "delete from model_reservation where id = $1 returning micros, feature, day, workspace_id,"
          + " signal_id, model, prompt_version, input_hash";

  private final SpendRows rows;
  private final Budgets budgets;
  private final Clock clock;

  Spending(SpendRows rows, Budgets budgets, Clock clock) {
    this.rows = rows;
    this.budgets = budgets;
    this.clock = clock;
  }

  /// Sets `micros` aside in the caller's transaction, which must roll back on a failure. Fails with
  /// [OverBudget].
  Uni<UUID> reserve(Mutiny.Session tx, Purpose purpose, String model, long micros) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    UUID id = Ids.next();
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Account account : Account.chargedFor(purpose.feature())) {
      all = all.chain(() -> reserve(tx, purpose.workspaceId(), account, day, micros));
    }
    return all.chain(
            () ->
                SessionSql.of(tx)
                    .update(
                        OPEN,
                        id,
                        purpose.workspaceId(),
                        purpose.feature().name(),
                        day,
                        micros,
                        purpose.signalId(),
                        model,
                        purpose.promptVersion(),
                        purpose.inputHash()))
        .replaceWith(id);
  }

  /// Keeps the reservation until then, however long nothing is heard of it.
  Uni<Integer> hold(Mutiny.Session tx, UUID id, Instant until) {
    return SessionSql.of(tx).update(HOLD, id, until.atOffset(ZoneOffset.UTC));
  }

  /// Replaces the reservation by `cost` in the caller's transaction.
  ///
  /// @return what was reserved; empty, and nothing is changed, when it was settled before
  Uni<Optional<Reservation>> settle(Mutiny.Session tx, UUID id, OptionalLong cost) {
    return SessionSql.of(tx)
        .select(CLOSE, id)
        .map(closed -> closed.stream().findFirst().map(Spending::reservation))
        .call(
            closed ->
                closed
                    .map(open -> settle(tx, open, cost.orElse(open.micros())))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> settle(Mutiny.Session tx, Reservation closed, long cost) {
    Purpose purpose = closed.purpose();
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Place place : places(purpose.workspaceId(), purpose.feature(), closed.day())) {
      all = all.chain(() -> rows.settle(tx, place, closed.micros(), cost)).replaceWithVoid();
    }
    return all;
  }

  private static Reservation reservation(Object[] row) {
    var purpose =
        new Purpose(
            (UUID) row[3],
            Feature.valueOf((String) row[1]),
            (UUID) row[4],
            ((Number) row[6]).intValue(),
            (String) row[7]);
    return new Reservation(
        purpose, (String) row[5], (LocalDate) row[2], ((Number) row[0]).longValue());
  }

  private static List<Place> places(UUID workspaceId, Feature feature, LocalDate day) {
    List<Place> places = new ArrayList<>();
    for (Account account : Account.chargedFor(feature)) {
      for (Period period : Period.values()) {
        places.add(new Place(workspaceId, account, period, period.startOf(day)));
      }
    }
    return places;
  }

  private Uni<Void> reserve(
      Mutiny.Session tx, UUID workspaceId, Account account, LocalDate day, long micros) {
    return budgets
        .of(tx, workspaceId, account)
        .chain(
            budget -> {
              Uni<Void> all = Uni.createFrom().voidItem();
              for (Period period : Period.values()) {
                var place = new Place(workspaceId, account, period, period.startOf(day));
                all = all.chain(() -> reserve(tx, place, micros, budget.of(period)));
              }
              return all;
            });
  }

  private Uni<Void> reserve(Mutiny.Session tx, Place place, long micros, long cap) {
    Uni<Boolean> fits =
        cap == 0 ? Uni.createFrom().item(false) : rows.reserve(tx, place, micros, cap);
    return fits.chain(
        fit ->
            fit
                ? Uni.createFrom().voidItem()
                : rows.look(tx, place)
                    .chain(
                        spent ->
                            Uni.createFrom()
                                .failure(new OverBudget(refusal(place, spent, micros, cap)))));
  }

  private Unaffordable refusal(Place place, Spent spent, long micros, long cap) {
    String period = place.period() == Period.DAY ? "today's" : "this month's";
    String whose =
        place.account().equals(Account.WORKSPACE)
            ? "the workspace"
            : place.account().name().toLowerCase(Locale.ROOT);
    String reason =
        "%s of %s budget of %s for %s (UTC) are spent and %s set aside; a question may cost %s."
            .formatted(
                dollars(spent.spentMicros()),
                period,
                dollars(cap),
                whose,
                dollars(spent.reservedMicros()),
                dollars(micros));
    return new Unaffordable(reason, comeBack(place.period(), spent, micros, cap));
  }

  private Optional<Duration> comeBack(Period period, Spent spent, long micros, long cap) {
    if (cap > 0 && spent.spentMicros() + micros <= cap) {
      return Optional.of(SOON);
    }
    if (period == Period.MONTH) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant tomorrow =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .plusDays(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    Duration rest = Duration.between(now, tomorrow);
    return Optional.of(rest.compareTo(LOOK_AGAIN) < 0 ? rest : LOOK_AGAIN);
  }

  private static String dollars(long micros) {
    return String.format(Locale.ROOT, "$%.4f", micros / 1e6);
  }
}
