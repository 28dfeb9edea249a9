package io.competitoriq.analysis.delivery;

import io.competitoriq.analysis.channel.Message;
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

/// Row of one message for one channel.
@Entity
@Table(name = "delivery")
class Delivery {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  /// Null for a delivery straight to mail addresses.
  @Column(name = "channel_id", updatable = false)
  public @Nullable UUID channelId;

  @Column(name = "recipients", updatable = false)
  public String @Nullable [] recipients;

  @Column(name = "rule_id", updatable = false)
  public @Nullable UUID ruleId;

  @Column(name = "edition_id", updatable = false)
  public @Nullable UUID editionId;

  @Column(name = "message", updatable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  public Message message;

  @Column(name = "state")
  @Enumerated(EnumType.STRING)
  public DeliveryState state;

  @Column(name = "attempts")
  public int attempts;

  @Column(name = "due_at")
  public Instant dueAt;

  @Column(name = "accepted_at")
  public @Nullable Instant acceptedAt;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  @Column(name = "updated_at")
  public Instant updatedAt;
}
