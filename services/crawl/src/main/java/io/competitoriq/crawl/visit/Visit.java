package io.competitoriq.crawl.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A row of `visit`: written once, never changed.
@Entity
@Immutable
@Table(name = "visit")
class Visit {
  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "source_id")
  public UUID sourceId;

  @Column(name = "competitor_id")
  public UUID competitorId;

  @Column(name = "job_id")
  public long jobId;

  @Column public int attempt;

  @Column public String url;

  @Column
  @Enumerated(EnumType.STRING)
  public VisitOutcome outcome;

  @Column(name = "http_status")
  public @Nullable Integer httpStatus;

  @Column(name = "snapshot_id")
  public @Nullable UUID snapshotId;

  @Column public String reason;

  @Column public @Nullable String fix;

  @Column public int bytes;

  @Column(name = "duration_ms")
  public int durationMs;

  @Column(name = "started_at")
  public Instant startedAt;

  @Column(name = "finished_at")
  public Instant finishedAt;
}
