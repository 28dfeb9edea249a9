package io.competitoriq.analysis.battlecard;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Row of a card as it was published.
@Entity
@Immutable
@Table(name = "battlecard_version")
class BattlecardVersion {

  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "battlecard_id")
  public UUID battlecardId;

  @Column(name = "number")
  public int number;

  @Column(name = "name")
  public String name;

  @Column(name = "audience")
  public String audience;

  @Column(name = "content")
  @JdbcTypeCode(SqlTypes.JSON)
  public PublishedContent content;

  @Column(name = "note")
  public String note;

  @Column(name = "verify_by")
  public @Nullable LocalDate verifyBy;

  @Column(name = "approved_by")
  public UUID approvedBy;

  @Column(name = "published_by")
  public UUID publishedBy;

  @Column(name = "published_at")
  public Instant publishedAt;
}
