package io.competitoriq.gateway.apikey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key as its workspace's admins see it: all but the secret.
///
/// @param start what the key begins with, to find it where it is used
/// @param memberId whom it acts for
/// @param lastUsedAt exact to a minute; null when it was never used
/// @param previousUntil until when the secret before the last rotation goes on
/// @param expiresAt null when it does not expire
record ApiKeyView(
    UUID id,
    String name,
    ApiKeyScope scope,
    State state,
    String start,
    UUID memberId,
    Instant createdAt,
    @Nullable Instant rotatedAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant previousUntil,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  enum State {
    LIVE,
    EXPIRED,
    REVOKED
  }

  static ApiKeyView of(StoredApiKey key, Instant now) {
    return new ApiKeyView(
        key.id,
        key.name,
        key.scope,
        state(key, now),
        ApiKeySecret.start(key.id),
        key.memberId,
        key.createdAt,
        key.rotatedAt,
        key.lastUsedAt,
        key.previousUntil,
        key.expiresAt,
        key.revokedAt);
  }

  private static State state(StoredApiKey key, Instant now) {
    if (key.revokedAt != null) {
      return State.REVOKED;
    }
    Instant expiresAt = key.expiresAt;
    return expiresAt != null && !expiresAt.isAfter(now) ? State.EXPIRED : State.LIVE;
  }
}
