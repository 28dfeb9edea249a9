package io.competitoriq.analysis.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// As much of a story as is shown beside its signals; stories are written elsewhere.
@Entity
@Immutable
@Table(name = "story")
class StoryRow {

  @Id public UUID id;

  @Column(name = "signals")
  public int signals;

  @Column(name = "sources")
  public int sources;

  @Column(name = "lead_signal_id")
  public UUID leadSignalId;

  StoryMark mark() {
    return new StoryMark(id, signals, sources, leadSignalId);
  }
}
