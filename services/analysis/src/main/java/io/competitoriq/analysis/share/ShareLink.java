package io.competitoriq.analysis.share;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Row of a link. Its token is known to its readers only.
@Entity
@Table(name = "share_link")
class ShareLink {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "kind", updatable = false)
  @Enumerated(EnumType.STRING)
  public ShareKind kind;

  @Column(name = "target_id", updatable = false)
  public UUID targetId;

  @Column(name = "title", updatable = false)
  public String title;

  @Column(name = "token_hash", updatable = false)
  public byte[] tokenHash;

  /// Counted by the function that opens a link.
  @Column(name = "opened", updatable = false)
  public long opened;

  @Column(name = "last_opened_at", insertable = false, updatable = false)
  public @Nullable Instant lastOpenedAt;

  @Column(name = "created_by", updatable = false)
  public UUID createdBy;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  @Column(name = "expires_at", updatable = false)
  public Instant expiresAt;

  @Column(name = "revoked_at")
  public @Nullable Instant revokedAt;
}
