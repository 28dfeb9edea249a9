package io.competitoriq.competitors.discovery;

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

/// One look around a site: running, done with findings, or failed with a sentence.
@Entity
@Table(name = "discovery")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Discovery {

  enum State {
    RUNNING,
    DONE,
    FAILED
  }

  @Id UUID id;

  @Column(name = "workspace_id")
  UUID workspaceId;

  String url;

  @Enumerated(EnumType.STRING)
  State state;

  @Enumerated(EnumType.STRING)
  Stage stage;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "jsonb")
  Findings findings;

  @Nullable String error;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;
}
