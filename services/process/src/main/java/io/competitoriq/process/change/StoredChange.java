package io.competitoriq.process.change;

import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
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

/// Row of a change.
@Entity
@Table(name = "change")
class StoredChange {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "competitor_id", updatable = false)
  public UUID competitorId;

  @Column(name = "source_id", updatable = false)
  public UUID sourceId;

  @Column(name = "url", updatable = false)
  public String url;

  @Column(name = "source_kind", updatable = false)
  @Enumerated(EnumType.STRING)
  public SourceKind sourceKind;

  @Column(name = "page_title", updatable = false)
  public String pageTitle;

  @Column(name = "basis", updatable = false)
  @Enumerated(EnumType.STRING)
  public Basis basis;

  @Column(name = "status")
  @Enumerated(EnumType.STRING)
  public ChangeStatus status;

  @Column(name = "reason")
  public String reason;

  @Column(name = "from_document_id", updatable = false)
  public UUID fromDocumentId;

  @Column(name = "from_snapshot_id", updatable = false)
  public UUID fromSnapshotId;

  @Column(name = "to_document_id", updatable = false)
  public UUID toDocumentId;

  @Column(name = "to_snapshot_id", updatable = false)
  public UUID toSnapshotId;

  @Column(name = "occurred_at", updatable = false)
  public Instant occurredAt;

  @Column(name = "detected_at", updatable = false)
  public Instant detectedAt;

  @Column(name = "confirmed_at")
  public @Nullable Instant confirmedAt;

  @Column(name = "content")
  @JdbcTypeCode(SqlTypes.JSON)
  public Matter content;

  /// What changed, as one JSON value.
  record Matter(List<FactChange> facts, List<TextChange> texts, List<Hunk> hunks) {}
}
