package io.competitoriq.process.ignore;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Row of an ignore rule.
@Entity
@Table(name = "ignore_rule")
class StoredRule {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "level", updatable = false)
  @Enumerated(EnumType.STRING)
  public RuleLevel level;

  @Column(name = "tag", updatable = false)
  public @Nullable String tag;

  @Column(name = "source_id", updatable = false)
  public @Nullable UUID sourceId;

  @Column(name = "kind")
  @Enumerated(EnumType.STRING)
  public RuleKind kind;

  @Column(name = "pattern")
  public String pattern;

  @Column(name = "created_by", updatable = false)
  public UUID createdBy;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  @Column(name = "removed_at")
  public @Nullable Instant removedAt;

  IgnoreRule rule() {
    return new IgnoreRule(id, level, tag, sourceId, kind, pattern, createdBy, createdAt);
  }
}
