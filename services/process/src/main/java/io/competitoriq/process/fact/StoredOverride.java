package io.competitoriq.process.fact;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.FactValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Row of an override.
@Entity
@Table(name = "fact_override")
class StoredOverride {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "source_id", updatable = false)
  public UUID sourceId;

  @Column(name = "fact_key")
  public String factKey;

  @Column(name = "value_text", updatable = false)
  public String valueText;

  @Column(name = "amount_minor", updatable = false)
  public @Nullable Long amountMinor;

  @Column(name = "currency", updatable = false)
  public @Nullable String currency;

  @Column(name = "period", updatable = false)
  @Enumerated(EnumType.STRING)
  public @Nullable BillingPeriod period;

  @Column(name = "note", updatable = false)
  public String note;

  @Column(name = "set_by", updatable = false)
  public UUID setBy;

  @Column(name = "set_at", updatable = false)
  public Instant setAt;

  @Column(name = "withdrawn_by")
  public @Nullable UUID withdrawnBy;

  @Column(name = "withdrawn_at")
  public @Nullable Instant withdrawnAt;

  OverrideView view() {
    return new OverrideView(
        new FactValue(valueText, amountMinor, currency, period),
        note,
        setBy,
        setAt,
        withdrawnBy,
        withdrawnAt);
  }
}
