package io.competitoriq.analysis.battlecard;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Row of a card and its draft.
@Entity
@Table(name = "battlecard")
class Battlecard {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "competitor_id", updatable = false)
  public UUID competitorId;

  @Column(name = "name")
  public String name;

  @Column(name = "audience")
  public String audience;

  @Column(name = "owner_id")
  public UUID ownerId;

  @Column(name = "state")
  @Enumerated(EnumType.STRING)
  public CardState state;

  @Column(name = "draft")
  @JdbcTypeCode(SqlTypes.JSON)
  public CardContent draft;

  @Column(name = "approved_by")
  public @Nullable UUID approvedBy;

  @Column(name = "approved_at")
  public @Nullable Instant approvedAt;

  @Column(name = "published_number")
  public @Nullable Integer publishedNumber;

  @Column(name = "verify_by")
  public @Nullable LocalDate verifyBy;

  @Version
  @Column(name = "version")
  public long version;

  @Column(name = "created_by", updatable = false)
  public UUID createdBy;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  @Column(name = "updated_by")
  public UUID updatedBy;

  @Column(name = "updated_at")
  public Instant updatedAt;

  @Column(name = "archived_at")
  public @Nullable Instant archivedAt;

  /// Somebody wrote: what was vouched for is no longer what is there.
  void edited(UUID memberId, Instant at) {
    state = CardState.DRAFT;
    touched(memberId, at);
  }

  void touched(UUID memberId, Instant at) {
    updatedBy = memberId;
    updatedAt = at;
  }
}
