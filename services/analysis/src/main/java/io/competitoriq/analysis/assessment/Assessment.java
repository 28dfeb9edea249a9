package io.competitoriq.analysis.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Row of what a model makes of a signal.
@Entity
@Table(name = "assessment")
class Assessment {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "signal_id", updatable = false)
  public UUID signalId;

  @Column(name = "state")
  @Enumerated(EnumType.STRING)
  public AssessmentState state;

  @Column(name = "failure")
  public @Nullable String failure;

  @Column(name = "reason")
  public String reason;

  @Column(name = "result")
  @JdbcTypeCode(SqlTypes.JSON)
  public @Nullable CheckedAnswer result;

  @Column(name = "model")
  public @Nullable String model;

  @Column(name = "prompt_version")
  public int promptVersion;

  @Column(name = "input_hash")
  public @Nullable String inputHash;

  @Column(name = "dropped_claims")
  public int droppedClaims;

  @Column(name = "finished_at")
  public @Nullable Instant finishedAt;

  @Column(name = "updated_at")
  public Instant updatedAt;
}
