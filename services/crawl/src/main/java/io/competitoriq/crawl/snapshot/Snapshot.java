package io.competitoriq.crawl.snapshot;

import io.competitoriq.messages.Collector;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A row of `snapshot`: what a page said at a time. The database refuses to change or delete it.
@Entity
@Immutable
@Table(name = "snapshot")
class Snapshot {
  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "source_id")
  public UUID sourceId;

  @Column(name = "competitor_id")
  public UUID competitorId;

  @Column(name = "previous_snapshot_id")
  public @Nullable UUID previousSnapshotId;

  @Column
  @Enumerated(EnumType.STRING)
  public Collector collector;

  @Column public String url;

  @Column(name = "final_url")
  public String finalUrl;

  @Column(name = "http_status")
  public int httpStatus;

  @Column(name = "content_type")
  public String contentType;

  @Column public String charset;

  @Column
  @JdbcTypeCode(SqlTypes.JSON)
  public Map<String, String> headers;

  @Column(name = "body_sha256")
  public String bodySha256;

  @Column public int bytes;

  @Column(name = "fetched_at")
  public Instant fetchedAt;
}
