package io.competitoriq.gateway.idempotency;

import io.competitoriq.http.Ids;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Gives a request that is sent again its first outcome. The first one leases its key; what comes
/// meanwhile waits for it. Kept in the database, so all gateways of an installation know it.
@ApplicationScoped
public class RequestOutcomes {

  private static final Logger LOG = Logger.getLogger(RequestOutcomes.class);
  private static final Duration COME_BACK = Duration.ofSeconds(2);

  /// A key that was given up or is too old is free again.
  private static final String LEASE =
      """
      insert into request_outcome as o
        (workspace_id, caller_id, key_hash, request_hash, lease, leased_until, created_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (workspace_id, caller_id, key_hash) do update
        set request_hash = excluded.request_hash, lease = excluded.lease, status = null,
          answer = null, leased_until = excluded.leased_until, created_at = excluded.created_at
        where o.created_at < $8
          or (o.status is null and o.leased_until < $7 and o.request_hash = excluded.request_hash)
      """;

  private static final String MINE =
      " where workspace_id = $1 and caller_id = $2 and key_hash = $3 and lease = $4";
  private static final String FIND =
      "select request_hash, status, answer from request_outcome"
          + " where workspace_id = $1 and caller_id = $2 and key_hash = $3";
  private static final String NOTE = "update request_outcome set status = $5, answer = $6" + MINE;
  private static final String RELEASE = "delete from request_outcome" + MINE;

  private final WorkspaceTransactions transactions;
  private final OutcomeSeal seal;
  private final IdempotencyConfig config;
  private final Clock clock;

  RequestOutcomes(
      WorkspaceTransactions transactions, OutcomeSeal seal, IdempotencyConfig config, Clock clock) {
    this.transactions = transactions;
    this.seal = seal;
    this.config = config;
    this.clock = clock;
  }

  /// Who runs a request for the first time.
  public record Lease(KeyedRequest request, UUID id) {}

  /// How a request under a key begins.
  public sealed interface Begun {

    /// It is the first; its lease is ended by [#end].
    record First(Lease lease) implements Begun {}

    /// It was decided before.
    record Known(Outcome outcome) implements Begun {}
  }

  /// The request's first outcome: of `perform` when this is the first, else the one that is known.
  public Uni<Outcome> once(KeyedRequest request, Supplier<Uni<Outcome>> perform) {
    return begin(request)
        .chain(
            begun ->
                switch (begun) {
                  case Begun.First(Lease lease) -> perform(lease, perform);
                  case Begun.Known(Outcome outcome) -> Uni.createFrom().item(outcome);
                });
  }

  /// Waits for a first request that still runs.
  ///
  /// The Uni fails with 422 when the key was used for another request, with 409 when the first one
  /// takes too long.
  public Uni<Begun> begin(KeyedRequest request) {
    return begin(request, clock.instant().plus(config.patience()));
  }

  private Uni<Begun> begin(KeyedRequest request, Instant deadline) {
    return attempt(request)
        .chain(
            begun ->
                begun
                    .map(known -> Uni.createFrom().item(known))
                    .orElseGet(() -> wait(request, deadline)));
  }

  private Uni<Begun> wait(KeyedRequest request, Instant deadline) {
    if (clock.instant().isAfter(deadline)) {
      throw new ProblemException(
          409,
          "idempotency-key-busy",
          "The first request under this %s is still running. Send it again in a moment."
              .formatted(KeyedRequest.HEADER),
          List.of(),
          COME_BACK);
    }
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(config.poll())
        .chain(() -> begin(request, deadline));
  }

  private Uni<Outcome> perform(Lease lease, Supplier<Uni<Outcome>> perform) {
    return perform
        .get()
        .onFailure()
        .call(() -> settled(release(lease)))
        .call(outcome -> settled(end(lease, outcome)));
  }

  /// What was done stays done and is answered, even where its outcome cannot be kept.
  private static Uni<Void> settled(Uni<Void> ending) {
    return ending
        .onFailure()
        .invoke(failure -> LOG.warnf("outcome not kept error=%s", failure.toString()))
        .onFailure()
        .recoverWithNull();
  }

  /// Ends the first request: a decided outcome is kept for repeats, any other frees the key.
  public Uni<Void> end(Lease lease, Outcome outcome) {
    return outcome.isDecided() ? note(lease, outcome) : release(lease);
  }

  private Uni<Void> note(Lease lease, Outcome outcome) {
    KeyedRequest request = lease.request();
    byte[] answer = seal.seal(request, outcome.within(config.bodyLimit()));
    return transactions
        .in(
            request.workspaceId(),
            tx ->
                SessionSql.of(tx)
                    .update(
                        NOTE,
                        request.workspaceId(),
                        request.callerId(),
                        Buffer.buffer(request.keyHash()),
                        lease.id(),
                        (short) outcome.status(),
                        Buffer.buffer(answer)))
        .replaceWithVoid();
  }

  private Uni<Void> release(Lease lease) {
    KeyedRequest request = lease.request();
    return transactions
        .in(
            request.workspaceId(),
            tx ->
                SessionSql.of(tx)
                    .update(
                        RELEASE,
                        request.workspaceId(),
                        request.callerId(),
                        Buffer.buffer(request.keyHash()),
                        lease.id()))
        .replaceWithVoid();
  }

  /// Empty while the first request runs.
  private Uni<Optional<Begun>> attempt(KeyedRequest request) {
    var lease = new Lease(request, Ids.next());
    Instant now = clock.instant();
    Buffer keyHash = Buffer.buffer(request.keyHash());
    return transactions.in(
        request.workspaceId(),
        tx ->
            SessionSql.of(tx)
                .update(
                    LEASE,
                    request.workspaceId(),
                    request.callerId(),
                    keyHash,
                    Buffer.buffer(request.requestHash()),
                    lease.id(),
                    utc(now.plus(config.lease())),
                    utc(now),
                    utc(now.minus(config.keep())))
                .chain(
                    leased ->
                        leased == 1
                            ? first(lease)
                            : SessionSql.of(tx)
                                .select(FIND, request.workspaceId(), request.callerId(), keyHash)
                                .map(rows -> found(request, rows))));
  }

  private static Uni<Optional<Begun>> first(Lease lease) {
    return Uni.createFrom().item(Optional.of(new Begun.First(lease)));
  }

  private Optional<Begun> found(KeyedRequest request, List<Object[]> rows) {
    if (rows.isEmpty()) { // released between the two statements
      return Optional.empty();
    }
    Object[] row = rows.getFirst();
    if (!Arrays.equals(((Buffer) row[0]).getBytes(), request.requestHash())) {
      throw Problems.unprocessable(
          "idempotency-key-reused",
          "This %s was used for another request; make a new one for each."
              .formatted(KeyedRequest.HEADER));
    }
    if (row[1] == null) {
      return Optional.empty();
    }
    int status = ((Number) row[1]).intValue();
    Outcome outcome =
        seal.open(request, status, ((Buffer) row[2]).getBytes())
            .orElseThrow(() -> notKept(status, "the installation's secret was replaced since"));
    if (outcome.body() == null) {
      throw notKept(status, "its answer was too long to be kept");
    }
    return Optional.of(new Begun.Known(outcome));
  }

  private static ProblemException notKept(int status, String why) {
    return Problems.conflict(
        "idempotency-outcome-not-kept",
        "The first request under this %s was answered with status %d, but %s. Read what it made instead of sending it again."
            .formatted(KeyedRequest.HEADER, status, why));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
