package io.competitoriq.bench.queue.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/// The one row that a job leaves behind; a second effect of a job would violate its key.
@Entity
@Table(name = "bench_effect", schema = "jobs")
class EffectRow {

  @Id Long jobId;
  UUID workspaceId;

  EffectRow() {}

  EffectRow(long jobId, UUID workspaceId) {
    this.jobId = jobId;
    this.workspaceId = workspaceId;
  }
}
