package io.competitoriq.crawl.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `retention_rule`. Only its end is ever written later.
@Entity
@Table(name = "retention_rule")
class StoredRule {
  /// Stands for the workspace where a source would be named.
  static final UUID WORKSPACE = new UUID(0, 0);

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "source_id", updatable = false)
  public UUID sourceId;

  @Column(name = "keep_newest", updatable = false)
  public int keepNewest;

  @Column(name = "keep_changed", updatable = false)
  public boolean keepChanged;

  @Column(name = "body_days", updatable = false)
  public int bodyDays;

  @Column(name = "set_by", updatable = false)
  public UUID setBy;

  @Column(name = "set_at", updatable = false)
  public Instant setAt;

  @Column(name = "ended_by")
  public @Nullable UUID endedBy;

  @Column(name = "ended_at")
  public @Nullable Instant endedAt;

  RuleView view() {
    return new RuleView(
        sourceId.equals(WORKSPACE) ? RuleScope.WORKSPACE : RuleScope.SOURCE,
        new Rule(keepNewest, keepChanged, bodyDays),
        setBy,
        setAt);
  }
}
