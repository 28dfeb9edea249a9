package io.competitoriq.analysis.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Row of a rule.
@Entity
@Table(name = "alert_rule")
class AlertRule {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "name")
  public String name;

  @Column(name = "enabled")
  public boolean enabled;

  @Column(name = "condition")
  @JdbcTypeCode(SqlTypes.JSON)
  public Condition condition;

  @Column(name = "telling")
  @JdbcTypeCode(SqlTypes.JSON)
  public Telling telling;

  @Version
  @Column(name = "version")
  public long version;

  @Column(name = "created_by", updatable = false)
  public UUID createdBy;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  @Column(name = "archived_at")
  public @Nullable Instant archivedAt;
}
