package io.competitoriq.analysis.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// Row of one attempt to deliver.
@Entity
@Immutable
@Table(name = "delivery_attempt")
class DeliveryAttempt {

  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "delivery_id")
  public UUID deliveryId;

  @Column(name = "outcome")
  public String outcome;

  @Column(name = "http_status")
  public @Nullable Integer httpStatus;

  @Column(name = "latency_ms")
  public long latencyMs;

  @Column(name = "detail")
  public String detail;

  @Column(name = "created_at")
  public Instant createdAt;
}
