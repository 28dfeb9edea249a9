package io.competitoriq.crawl.collector.apify;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `apify_run`: the run of one visit.
@Entity
@Table(name = "apify_run")
@IdClass(StoredRun.Place.class)
class StoredRun {
  @Id
  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Id
  @Column(name = "source_id")
  public UUID sourceId;

  @Id public Instant slot;

  @Column(name = "job_id")
  public long jobId;

  @Column(name = "usage_id")
  public UUID usageId;

  @Column public String actor;

  @Column(name = "input_sha256")
  public String inputSha256;

  @Column
  @Enumerated(EnumType.STRING)
  public RunState state;

  @Column(name = "run_id")
  public @Nullable String runId;

  @Column(name = "dataset_id")
  public @Nullable String datasetId;

  @Column public @Nullable String status;

  @Column public @Nullable String message;

  @Column(name = "ended_at")
  public @Nullable Instant endedAt;

  @Column(name = "dispatch_id")
  public @Nullable String dispatchId;

  @Column(name = "intended_at")
  public Instant intendedAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  /// The visit it is for.
  record Place(UUID workspaceId, UUID sourceId, Instant slot) implements Serializable {}

  /// From a row of workspace, source and slot.
  static Place place(Object[] row) {
    Instant slot = row[2] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[2];
    return new Place((UUID) row[0], (UUID) row[1], slot);
  }
}
