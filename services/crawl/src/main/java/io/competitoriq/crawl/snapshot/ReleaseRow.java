package io.competitoriq.crawl.snapshot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A row of `release`: the bodies of a snapshot were let go. The database refuses to change it.
@Entity
@Immutable
@Table(name = "release")
class ReleaseRow {
  @Id
  @Column(name = "snapshot_id")
  public UUID snapshotId;

  @Column public String scope;

  @Column(name = "keep_newest")
  public int keepNewest;

  @Column(name = "keep_changed")
  public boolean keepChanged;

  @Column(name = "body_days")
  public int bodyDays;

  @Column(name = "released_at")
  public Instant releasedAt;
}
