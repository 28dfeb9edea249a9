package io.competitoriq.crawl.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A row of `provider_budget`.
@Entity
@Table(name = "provider_budget")
@IdClass(StoredKey.Place.class)
class StoredBudget {
  @Id
  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Id
  @Enumerated(EnumType.STRING)
  public Provider provider;

  @Column(name = "month_micros")
  public long monthMicros;

  @Column(name = "source_micros")
  public long sourceMicros;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  public Map<String, Long> sources;

  @Column(name = "updated_at")
  public Instant updatedAt;
}
