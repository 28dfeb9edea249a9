package io.competitoriq.analysis.signal;

import io.competitoriq.messages.Category;
import io.competitoriq.messages.SourceKind;
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

/// Row of a signal. The database lets nothing be updated but where it stands with the people.
@Entity
@Table(name = "signal")
class Signal {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "competitor_id", updatable = false)
  public UUID competitorId;

  @Column(name = "source_id", updatable = false)
  public UUID sourceId;

  @Column(name = "change_id", updatable = false)
  public UUID changeId;

  @Column(name = "document_id", updatable = false)
  public UUID documentId;

  @Column(name = "url", updatable = false)
  public String url;

  @Column(name = "source_kind", updatable = false)
  @Enumerated(EnumType.STRING)
  public SourceKind sourceKind;

  @Column(name = "page_title", updatable = false)
  public String pageTitle;

  @Column(name = "category", updatable = false)
  @Enumerated(EnumType.STRING)
  public Category category;

  @Column(name = "headline", updatable = false)
  public String headline;

  @Column(name = "summary", updatable = false)
  public String summary;

  @Column(name = "significance", updatable = false)
  public int significance;

  @Column(name = "severity", updatable = false)
  @Enumerated(EnumType.STRING)
  public Severity severity;

  @Column(name = "confidence", updatable = false)
  public double confidence;

  @Column(name = "content", updatable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  public SignalContent content;

  @Column(name = "occurred_at", updatable = false)
  public Instant occurredAt;

  @Column(name = "detected_at", updatable = false)
  public Instant detectedAt;

  @Column(name = "triage")
  @Enumerated(EnumType.STRING)
  public Triage triage;

  @Column(name = "until_kind")
  @Enumerated(EnumType.STRING)
  public Until.@Nullable Kind untilKind;

  @Column(name = "until_at")
  public @Nullable Instant untilAt;

  @Column(name = "until_percent")
  public @Nullable Double untilPercent;

  @Column(name = "assignee")
  public @Nullable UUID assignee;

  /// The muted signal because of which this one arrived muted.
  @Column(name = "muted_by")
  public @Nullable UUID mutedBy;

  /// Written by the stories, in SQL.
  @Column(name = "story_id", insertable = false, updatable = false)
  public @Nullable UUID storyId;

  @Version
  @Column(name = "version")
  public long version;

  @Column(name = "updated_at")
  public Instant updatedAt;

  static Signal of(UUID workspaceId, SignalDraft draft, UUID id, Instant now) {
    var change = draft.change();
    Signal row = new Signal();
    row.id = id;
    row.workspaceId = workspaceId;
    row.competitorId = change.competitorId();
    row.sourceId = change.sourceId();
    row.changeId = change.changeId();
    row.documentId = change.documentId();
    row.url = change.url().toString();
    row.sourceKind = change.sourceKind();
    row.pageTitle = change.pageTitle();
    row.category = draft.category();
    row.headline = draft.headline();
    row.summary = draft.summary();
    row.significance = draft.significance();
    row.severity = draft.severity();
    row.confidence = draft.confidence();
    row.content = new SignalContent(change.facts(), change.texts(), draft.reasons());
    row.occurredAt = change.occurredAt();
    row.detectedAt = now;
    row.triage = Triage.NEW;
    row.updatedAt = now;
    return row;
  }

  void arriveMuted(UUID by) {
    triage = Triage.MUTED;
    mutedBy = by;
  }

  Standing standing() {
    Until until = untilKind == null ? null : new Until(untilKind, untilAt, untilPercent);
    return new Standing(triage, until, assignee);
  }

  /// A signal about which somebody decided is no longer muted by another.
  void stand(Standing next, Instant now) {
    Until until = next.until();
    triage = next.triage();
    untilKind = until == null ? null : until.kind();
    untilAt = until == null ? null : until.at();
    untilPercent = until == null ? null : until.percent();
    assignee = next.assignee();
    mutedBy = null;
    updatedAt = now;
  }
}
