package io.competitoriq.process.fact;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Row of a fact.
@Entity
@Table(name = "fact")
class StoredFact {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "competitor_id", updatable = false)
  public UUID competitorId;

  @Column(name = "source_id", updatable = false)
  public UUID sourceId;

  @Column(name = "document_id", updatable = false)
  public UUID documentId;

  @Column(name = "kind", updatable = false)
  @Enumerated(EnumType.STRING)
  public FactKind kind;

  @Column(name = "fact_key", updatable = false)
  public String key;

  @Column(name = "subject", updatable = false)
  public String subject;

  @Column(name = "field", updatable = false)
  public String field;

  @Column(name = "value_text", updatable = false)
  public String valueText;

  @Column(name = "amount_minor", updatable = false)
  public @Nullable Long amountMinor;

  @Column(name = "currency", updatable = false)
  public @Nullable String currency;

  @Column(name = "period", updatable = false)
  @Enumerated(EnumType.STRING)
  public @Nullable BillingPeriod period;

  @Column(name = "link", updatable = false)
  public @Nullable String link;

  @Column(name = "method", updatable = false)
  @Enumerated(EnumType.STRING)
  public Method method;

  @Column(name = "status", updatable = false)
  @Enumerated(EnumType.STRING)
  public FactStatus status;

  @Column(name = "confidence", updatable = false)
  public double confidence;

  @Column(name = "valid_from", updatable = false)
  public Instant validFrom;

  @Column(name = "valid_to")
  public @Nullable Instant validTo;

  @Column(name = "observed_at", updatable = false)
  public Instant observedAt;

  @Column(name = "last_seen")
  public Instant lastSeen;

  @Column(name = "missing_since")
  public @Nullable Instant missingSince;

  @Column(name = "evidence", updatable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  public Grounds evidence;

  @Column(name = "terms", updatable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  public @Nullable OfferTerms terms;

  @Column(name = "details", updatable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  public Told details;

  @Column(name = "lineage_id", updatable = false)
  public UUID lineageId;

  @Column(name = "created_at", insertable = false, updatable = false)
  public Instant recordedAt;

  @Column(name = "end_recorded_at")
  public @Nullable Instant endRecordedAt;

  FactValue value() {
    return new FactValue(valueText, amountMinor, currency, period);
  }

  KnownFact known() {
    return new KnownFact(
        id,
        lineageId,
        kind,
        key,
        subject,
        field,
        value(),
        validFrom,
        missingSince,
        link,
        evidence.items(),
        terms,
        details.items());
  }

  /// The evidence, as one JSON value.
  record Grounds(List<Evidence> items) {}

  /// The details, as one JSON value.
  record Told(List<DetailView> items) {}
}
