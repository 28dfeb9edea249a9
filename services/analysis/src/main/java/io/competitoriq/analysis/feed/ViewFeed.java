package io.competitoriq.analysis.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Row of a feed. Its token is known to its readers only.
@Entity
@Table(name = "view_feed")
class ViewFeed {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "name")
  public String name;

  @Column(name = "query", updatable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  public ViewQuery query;

  @Column(name = "token_hash", updatable = false)
  public byte[] tokenHash;

  @Column(name = "created_by", updatable = false)
  public UUID createdBy;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  @Column(name = "revoked_at")
  public @Nullable Instant revokedAt;
}
