package io.competitoriq.crawl.snapshot;

import io.competitoriq.crawl.fetch.Exhibit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A row of `exhibit`: written with its snapshot, never changed.
@Entity
@Immutable
@Table(name = "exhibit")
@IdClass(ExhibitRow.Key.class)
class ExhibitRow {
  @Id
  @Column(name = "snapshot_id")
  public UUID snapshotId;

  @Id
  @Column
  @Enumerated(EnumType.STRING)
  public Exhibit.Kind kind;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "content_type")
  public String contentType;

  @Column public String sha256;

  @Column public int bytes;

  /// One piece of each kind per snapshot.
  record Key(UUID snapshotId, Exhibit.Kind kind) implements Serializable {}
}
