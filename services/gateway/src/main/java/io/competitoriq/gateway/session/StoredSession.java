package io.competitoriq.gateway.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "session")
class StoredSession {
  @Id UUID id;

  @Column(name = "workspace_id", nullable = false, updatable = false)
  UUID workspaceId;

  @Column(name = "member_id", nullable = false, updatable = false)
  UUID memberId;

  @Column(name = "token_hash", nullable = false, updatable = false)
  String tokenHash;

  @Column(name = "address", nullable = false, updatable = false)
  String address;

  @Column(name = "user_agent", updatable = false)
  @Nullable String userAgent;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;

  @Column(name = "last_seen_at", nullable = false)
  Instant lastSeenAt;

  @Column(name = "expires_at", nullable = false, updatable = false)
  Instant expiresAt;
}
