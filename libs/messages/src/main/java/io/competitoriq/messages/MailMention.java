package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A comment names a member: tell them by mail. Queue `alert-jobs`, deduplicated by both.
public record MailMention(UUID commentId, UUID memberId) {

  public static final String QUEUE = "alert-jobs";
  public static final String KIND = "mail-mention";

  public MailMention {
    requireNonNull(commentId, "commentId");
    requireNonNull(memberId, "memberId");
  }
}
