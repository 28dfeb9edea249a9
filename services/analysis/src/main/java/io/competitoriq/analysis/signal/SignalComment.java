package io.competitoriq.analysis.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Row of what a member says about a signal.
@Entity
@Immutable
@Table(name = "signal_comment")
class SignalComment {

  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "signal_id")
  public UUID signalId;

  @Column(name = "author")
  public UUID author;

  @Column(name = "body")
  public String body;

  @Column(name = "created_at")
  public Instant createdAt;
}
