package io.competitoriq.analysis.proposal;

import io.competitoriq.analysis.battlecard.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Row of a proposal for one section of a card.
@Entity
@Table(name = "battlecard_proposal")
class Proposal {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "battlecard_id", updatable = false)
  public UUID cardId;

  @Column(name = "section_id", updatable = false)
  public UUID sectionId;

  @Column(name = "origin", updatable = false)
  @Enumerated(EnumType.STRING)
  public Origin origin;

  @Column(name = "state")
  @Enumerated(EnumType.STRING)
  public ProposalState state;

  @Column(name = "reason")
  public String reason;

  @Column(name = "claims")
  @JdbcTypeCode(SqlTypes.JSON)
  public Claims claims;

  @Column(name = "dropped_claims")
  public int droppedClaims;

  @Column(name = "model")
  public @Nullable String model;

  @Column(name = "prompt_version")
  public @Nullable Integer promptVersion;

  @Version
  @Column(name = "version")
  public long version;

  @Column(name = "created_by", updatable = false)
  public UUID createdBy;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  @Column(name = "finished_at")
  public @Nullable Instant finishedAt;

  void end(ProposalState how, String why, Instant at) {
    state = how;
    reason = why;
    finishedAt = at;
  }
}
