package io.competitoriq.analysis.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Row of a member who is named in a comment.
@Entity
@Immutable
@IdClass(SignalMention.Key.class)
@Table(name = "signal_mention")
class SignalMention {

  @Id
  @Column(name = "comment_id")
  public UUID commentId;

  @Id
  @Column(name = "member_id")
  public UUID memberId;

  @Column(name = "signal_id")
  public UUID signalId;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  /// Who is named where.
  record Key(UUID commentId, UUID memberId) implements Serializable {}
}
