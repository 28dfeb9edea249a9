package io.competitoriq.analysis.model;

import io.competitoriq.analysis.model.ModelReply.Paused;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/// Until when a provider is left alone because it said so, or does not answer: all questions of all
/// processes wait, not only the one that was told. Shared in PostgreSQL; when that cannot be asked,
/// what this process knows holds.
final class Rest {

  private static final Logger LOG = Logger.getLogger(Rest.class);
  private static final String READ =
      "select until_at, reason from model_rest where provider = $1 and until_at > $2";
  private static final String WRITE =
      """
      insert into model_rest (provider, until_at, reason) values ($1, $2, $3)
      on conflict (provider) do update set until_at = excluded.until_at, reason = excluded.reason
       where model_rest.until_at < excluded.until_at""";

  private final AtomicReference<Until> known = new AtomicReference<>(new Until(Instant.MIN, ""));
  private final String provider;
  private final WorkspaceTransactions transactions;

  /// @param provider who is left alone: address and model
  Rest(String provider, WorkspaceTransactions transactions) {
    this.provider = provider;
    this.transactions = transactions;
  }

  private record Until(Instant at, String reason) {

    Optional<Paused> from(Instant now) {
      return at.isAfter(now)
          ? Optional.of(new Paused(Duration.between(now, at), reason))
          : Optional.empty();
    }
  }

  /// Leaves it alone until `at`, or longer if that was agreed before. Never fails.
  Uni<Void> until(Instant at, String reason) {
    remember(new Until(at, reason));
    return transactions
        .global(
            tx -> SessionSql.of(tx).update(WRITE, provider, at.atOffset(ZoneOffset.UTC), reason))
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warnf("rest not shared error=%s", failure.toString()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /// Never fails.
  Uni<Optional<Paused>> at(Instant now) {
    Optional<Paused> here = known.get().from(now);
    return here.isPresent() ? Uni.createFrom().item(here) : shared(now);
  }

  private Uni<Optional<Paused>> shared(Instant now) {
    return transactions
        .global(tx -> SessionSql.of(tx).select(READ, provider, now.atOffset(ZoneOffset.UTC)))
        .map(rows -> told(rows, now))
        .onFailure()
        .invoke(failure -> LOG.warnf("shared rest unknown error=%s", failure.toString()))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  private Optional<Paused> told(List<Object[]> rows, Instant now) {
    rows.forEach(
        row -> remember(new Until(((OffsetDateTime) row[0]).toInstant(), (String) row[1])));
    return known.get().from(now);
  }

  private void remember(Until told) {
    known.accumulateAndGet(told, (was, more) -> more.at.isAfter(was.at) ? more : was);
  }
}
