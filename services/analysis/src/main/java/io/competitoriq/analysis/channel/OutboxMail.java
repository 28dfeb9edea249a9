package io.competitoriq.analysis.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Row of a mail that waits to be read on the outbox page, for want of a mail server.
@Entity
@Immutable
@Table(name = "outbox_mail")
class OutboxMail {

  /// The delivery's: a repeat finds it there.
  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "recipients")
  public String[] recipients;

  @Column(name = "subject")
  public String subject;

  @Column(name = "body_text")
  public String text;

  @Column(name = "body_html")
  public String html;

  @Column(name = "created_at")
  public Instant createdAt;
}
