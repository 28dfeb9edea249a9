package io.competitoriq.crawl.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `hold`. Only its end is ever written later.
@Entity
@Table(name = "hold")
class StoredHold {
  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "source_id", updatable = false)
  public UUID sourceId;

  @Column(name = "snapshot_id", updatable = false)
  public @Nullable UUID snapshotId;

  @Column(updatable = false)
  public String reason;

  @Column(name = "placed_by", updatable = false)
  public UUID placedBy;

  @Column(name = "placed_at", updatable = false)
  public Instant placedAt;

  @Column(name = "lifted_by")
  public @Nullable UUID liftedBy;

  @Column(name = "lifted_at")
  public @Nullable Instant liftedAt;
}
