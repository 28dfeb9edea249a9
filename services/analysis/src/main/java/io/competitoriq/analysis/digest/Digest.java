package io.competitoriq.analysis.digest;

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

/// Row of a digest.
@Entity
@Table(name = "digest")
class Digest {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "name")
  public String name;

  @Column(name = "audience")
  @Enumerated(EnumType.STRING)
  public Audience audience;

  @Column(name = "selection")
  @JdbcTypeCode(SqlTypes.JSON)
  public Selection selection;

  @Column(name = "cadence")
  @JdbcTypeCode(SqlTypes.JSON)
  public Cadence cadence;

  @Column(name = "channel_ids")
  public UUID[] channelIds;

  @Column(name = "recipients")
  public String[] recipients;

  @Column(name = "enabled")
  public boolean enabled;

  @Column(name = "next_at")
  public @Nullable Instant nextAt;

  @Column(name = "told_until")
  public @Nullable Instant toldUntil;

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

  /// From where the edition that is due then tells: an edition begins where the last one ended, the
  /// first after a pause one period before its end.
  Instant from(Instant dueAt) {
    Instant told = toldUntil;
    return told != null && told.isBefore(dueAt) ? told : cadence.before(dueAt);
  }

  /// Whether the edition of this time is still to be compiled.
  boolean awaits(Instant dueAt) {
    return enabled && archivedAt == null && dueAt.equals(nextAt);
  }
}
