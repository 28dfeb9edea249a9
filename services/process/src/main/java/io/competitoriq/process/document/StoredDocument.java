package io.competitoriq.process.document;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.page.PageClass;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Row of a document.
@Entity
@Immutable
@Table(name = "document")
class StoredDocument {

  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "competitor_id")
  public UUID competitorId;

  @Column(name = "source_id")
  public UUID sourceId;

  @Column(name = "snapshot_id")
  public UUID snapshotId;

  @Column(name = "url")
  public String url;

  @Column(name = "source_kind")
  @Enumerated(EnumType.STRING)
  public SourceKind sourceKind;

  @Column(name = "state")
  @Enumerated(EnumType.STRING)
  public DocumentState state;

  @Column(name = "failure")
  @Enumerated(EnumType.STRING)
  public @Nullable FailureKind failure;

  @Column(name = "failure_detail")
  public @Nullable String failureDetail;

  @Column(name = "title")
  public String title;

  @Column(name = "author")
  public @Nullable String author;

  @Column(name = "published_at")
  public @Nullable Instant publishedAt;

  @Column(name = "language")
  public @Nullable String language;

  @Column(name = "page_class")
  @Enumerated(EnumType.STRING)
  public PageClass pageClass;

  @Column(name = "fetched_at")
  public Instant fetchedAt;

  @Column(name = "extractor_version")
  public int extractorVersion;

  /// How the body is to be read; null, like the two below, when that was not yet kept.
  @Column(name = "content_type")
  public @Nullable String contentType;

  @Column(name = "collector")
  @Enumerated(EnumType.STRING)
  public @Nullable Collector collector;

  @Column(name = "charset")
  public @Nullable String charset;

  @Column(name = "body_sha256")
  public @Nullable String bodySha256;

  @Column(name = "body")
  public String body;

  @Column(name = "content")
  @JdbcTypeCode(SqlTypes.JSON)
  public Blocks content;

  /// The blocks and what is looked up with them only, as one JSON value.
  ///
  /// @param mainText null in documents of before it was read, as are those below
  /// @param publishedConfidence how sure the date of publication is, 0 to 1
  /// @param canonicalUrl the address the page says it has
  record Blocks(
      List<Block> blocks,
      @Nullable String mainText,
      @Nullable Double publishedConfidence,
      @Nullable String canonicalUrl) {}
}
