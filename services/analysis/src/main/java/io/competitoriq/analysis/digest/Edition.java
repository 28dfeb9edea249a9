package io.competitoriq.analysis.digest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// Row of an edition. The database lets nothing of it be changed.
@Entity
@Immutable
@Table(name = "edition")
class Edition {

  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "digest_id")
  public UUID digestId;

  @Column(name = "occasion")
  @Enumerated(EnumType.STRING)
  public Occasion occasion;

  @Column(name = "period_from")
  public Instant from;

  @Column(name = "period_to")
  public Instant to;

  @Column(name = "headline")
  public String headline;

  @Column(name = "signals")
  public int signals;

  @Column(name = "stories")
  public int stories;

  @Column(name = "content")
  @JdbcTypeCode(SqlTypes.JSON)
  public EditionContent content;

  @Column(name = "created_at")
  public Instant createdAt;
}
