package io.competitoriq.crawl.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `provider_usage`: one call to a provider.
@Entity
@Table(name = "provider_usage")
class Usage {
  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column
  @Enumerated(EnumType.STRING)
  public Provider provider;

  @Column(name = "source_id")
  public @Nullable UUID sourceId;

  @Column(name = "job_id")
  public @Nullable Long jobId;

  @Column public @Nullable Instant slot;

  @Column public @Nullable Integer part;

  @Column public String call;

  @Column
  @Enumerated(EnumType.STRING)
  public UsageState state;

  @Column(name = "http_status")
  public @Nullable Integer httpStatus;

  @Column public int credits;

  @Column(name = "reserved_micros")
  public long reservedMicros;

  @Column(name = "cost_micros")
  public long costMicros;

  @Column(name = "duration_ms")
  public int durationMs;

  @Column public @Nullable String note;

  @Column(name = "answer_sha256")
  public @Nullable String answerSha256;

  @Column public LocalDate month;

  @Column(name = "started_at")
  public Instant startedAt;

  @Column(name = "finished_at")
  public @Nullable Instant finishedAt;
}
