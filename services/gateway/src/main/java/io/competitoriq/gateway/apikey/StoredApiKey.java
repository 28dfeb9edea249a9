package io.competitoriq.gateway.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_key")
class StoredApiKey {
  @Id UUID id;

  @Column(name = "workspace_id", nullable = false, updatable = false)
  UUID workspaceId;

  @Column(name = "member_id", nullable = false, updatable = false)
  UUID memberId;

  @Column(name = "name", nullable = false, updatable = false)
  String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "scope", nullable = false, updatable = false, columnDefinition = "text")
  ApiKeyScope scope;

  @Column(name = "secret_hash", nullable = false)
  String secretHash;

  @Column(name = "previous_hash")
  @Nullable String previousHash;

  @Column(name = "previous_until")
  @Nullable Instant previousUntil;

  @Column(name = "lifetime_days", updatable = false)
  @Nullable Integer lifetimeDays;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;

  @Column(name = "rotated_at")
  @Nullable Instant rotatedAt;

  // Written by resume_api_key alone.
  @Column(name = "last_used_at", insertable = false, updatable = false)
  @Nullable Instant lastUsedAt;

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;
}
