package io.competitoriq.competitors.competitor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A company we watch, known by its domain. Archived, not deleted: what was collected keeps its
/// owner.
@Entity
@DynamicUpdate
@Table(name = "competitor")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Competitor {

  @Id UUID id;

  @Column(name = "workspace_id")
  UUID workspaceId;

  String name;
  String domain;
  String url;
  @Nullable String description;

  @Column(name = "logo_url")
  @Nullable String logoUrl;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(columnDefinition = "text[]")
  String[] tags = {};

  @Column(name = "archived_at")
  @Nullable Instant archivedAt;

  @Version long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;
}
