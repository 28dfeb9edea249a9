package io.competitoriq.analysis.ask;

import io.quarkus.runtime.annotations.RegisterForReflection;
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

/// Row of a question and what was said to it.
@RegisterForReflection(
    targets = {
      Scope.class,
      Reading.class,
      Reading.Named.class,
      Answer.class,
      Answer.Claim.class,
      Citation.class,
      Coverage.class,
      Material.class,
      Piece.class
    })
@Entity
@Table(name = "question")
class StoredQuestion {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "conversation_id", updatable = false)
  public UUID conversationId;

  @Column(name = "asked_by", updatable = false)
  public UUID askedBy;

  @Column(name = "asked_at", updatable = false)
  public Instant askedAt;

  @Column(name = "text", updatable = false)
  public String text;

  @Column(name = "zone", updatable = false)
  public String zone;

  @Column(name = "scope", updatable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  public Scope scope;

  @Column(name = "reading", updatable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  public Reading reading;

  @Column(name = "repeats", updatable = false)
  public @Nullable UUID repeats;

  @Column(name = "answer")
  @JdbcTypeCode(SqlTypes.JSON)
  public Answer answer;

  @Column(name = "coverage", updatable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  public Coverage coverage;

  @Column(name = "verdict")
  @Enumerated(EnumType.STRING)
  public Verdict verdict;

  @Column(name = "written_by")
  @Enumerated(EnumType.STRING)
  public Writer writtenBy;

  @Column(name = "model_state")
  @Enumerated(EnumType.STRING)
  public ModelState modelState;

  @Column(name = "model_reason")
  public String modelReason;

  @Column(name = "failure")
  public @Nullable String failure;

  @Column(name = "model")
  public @Nullable String model;

  @Column(name = "prompt_version")
  public @Nullable Integer promptVersion;

  @Column(name = "input_hash")
  public @Nullable String inputHash;

  @Column(name = "dropped_claims")
  public int droppedClaims;

  @Column(name = "material")
  @JdbcTypeCode(SqlTypes.JSON)
  public @Nullable Material material;

  @Column(name = "took_ms", updatable = false)
  public int tookMs;

  @Column(name = "updated_at")
  public Instant updatedAt;
}
