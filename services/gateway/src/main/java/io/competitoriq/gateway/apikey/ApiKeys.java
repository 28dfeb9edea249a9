package io.competitoriq.gateway.apikey;

import static java.util.Objects.requireNonNull;

import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The keys of a workspace. They lie in the database, so that a revoked one holds nowhere from that
/// moment on.
@ApplicationScoped
class ApiKeys {

  private static final int MOST_SHOWN = 500;

  private final SecureRandom random = new SecureRandom();
  private final ApiKeyRepository repository;
  private final ApiKeyConfig config;
  private final Pool database;
  private final Clock clock;

  ApiKeys(ApiKeyRepository repository, ApiKeyConfig config, Pool database, Clock clock) {
    this.repository = repository;
    this.config = config;
    this.database = database;
    this.clock = clock;
  }

  /// What a key is resumed for.
  enum Use {
    /// Somebody asked for something.
    REQUEST,
    /// A live stream looks whether its key still holds.
    WATCH
  }

  /// What a key that was shown is worth. All but [Unknown] and [Mistyped] had the right secret.
  sealed interface Resumed {
    record Live(ApiKeyCaller caller) implements Resumed {}

    record Expired() implements Resumed {}

    record Revoked() implements Resumed {}

    record Replaced() implements Resumed {}

    record Unknown() implements Resumed {}

    record Mistyped() implements Resumed {}
  }

  /// A key whose secret is shown this once.
  record Shown(StoredApiKey key, ApiKeySecret secret) {}

  Uni<Resumed> resume(ApiKeySecret secret, Use use) {
    return database
        .preparedQuery("select * from resume_api_key($1, $2, $3, $4)")
        .execute(
            Tuple.of(
                secret.keyId(),
                secret.hash(),
                clock.instant().atOffset(ZoneOffset.UTC),
                use == Use.REQUEST))
        .map(rows -> resumed(secret.keyId(), rows));
  }

  /// The newest first, in the caller's transaction, which is bound to its workspace.
  Uni<List<StoredApiKey>> all() {
    return repository.newestFirst(MOST_SHOWN);
  }

  /// In the caller's transaction.
  Uni<Shown> create(SignedIn who, NewApiKey wanted) {
    return repository.countUsable().invoke(this::refuseTooMany).chain(() -> persist(who, wanted));
  }

  private void refuseTooMany(long usable) {
    if (usable >= config.most()) {
      throw Problems.conflict(
          "api-keys-exhausted",
          "The workspace has %d API keys, which is as many as it may have. Revoke one first."
              .formatted(usable));
    }
  }

  private Uni<Shown> persist(SignedIn who, NewApiKey wanted) {
    UUID id = Ids.next();
    var secret = ApiKeySecret.random(id, random);
    var key = new StoredApiKey();
    key.id = id;
    key.workspaceId = who.workspaceId();
    key.memberId = who.memberId();
    key.name = wanted.name().strip();
    key.scope = wanted.scope();
    key.secretHash = secret.hash();
    key.lifetimeDays = wanted.lifetimeDays();
    key.createdAt = now();
    key.expiresAt = expiry(key.lifetimeDays);
    return repository.persistAndFlush(key).replaceWith(new Shown(key, secret));
  }

  /// A new secret and a new term; the old secret goes on for the grace. In the caller's
  /// transaction.
  Uni<Shown> rotate(UUID id, Duration grace) {
    var secret = ApiKeySecret.random(id, random);
    return locked(id)
        .invoke(
            key -> {
              if (key.revokedAt != null) {
                throw Problems.conflict(
                    "api-key-revoked", "A revoked key cannot be rotated. Make another.");
              }
              key.previousHash = key.secretHash;
              key.previousUntil = now().plus(grace);
              key.secretHash = secret.hash();
              key.rotatedAt = now();
              key.expiresAt = expiry(key.lifetimeDays);
            })
        .call(() -> repository.flush())
        .map(key -> new Shown(key, secret));
  }

  /// Holds nowhere from the commit on; a key that was revoked before stays so. In the caller's
  /// transaction.
  Uni<StoredApiKey> revoke(UUID id) {
    return locked(id)
        .invoke(
            key -> {
              if (key.revokedAt == null) {
                key.revokedAt = now();
              }
            })
        .call(() -> repository.flush());
  }

  private Uni<StoredApiKey> locked(UUID id) {
    return repository
        .findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(
            () -> Problems.notFound("api-key-not-found", "The workspace has no such API key."));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private @Nullable Instant expiry(@Nullable Integer days) {
    return days == null ? null : now().plus(Duration.ofDays(days));
  }

  private static Resumed resumed(UUID keyId, RowSet<Row> rows) {
    var iterator = rows.iterator();
    if (!iterator.hasNext()) {
      return new Resumed.Unknown();
    }
    Row row = iterator.next();
    return switch (requireNonNull(row.getString("state"))) {
      case "LIVE" -> new Resumed.Live(new ApiKeyCaller(keyId, actsFor(keyId, row)));
      case "EXPIRED" -> new Resumed.Expired();
      case "REPLACED" -> new Resumed.Replaced();
      default -> new Resumed.Revoked();
    };
  }

  private static SignedIn actsFor(UUID keyId, Row row) {
    Role member = Role.valueOf(row.getString("role"));
    return new SignedIn(
        keyId,
        row.getUUID("workspace_id"),
        row.getString("workspace_name"),
        row.getUUID("member_id"),
        row.getUUID("account_id"),
        row.getString("name"),
        row.getString("email"),
        ApiKeyScope.valueOf(row.getString("scope")).roleOf(member),
        false,
        row.getBoolean("closed"),
        false); // only members who may administrate make keys, and a demo has none
  }
}
