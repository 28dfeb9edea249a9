package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/// What an alert rule collected is to be told, at the job's time. Queue `alert-jobs`, deduplicated
/// by rule and time.
///
/// @param dueAt the digest's time, by which its firings are known
public record CompileAlertDigest(UUID ruleId, Instant dueAt) {

  public static final String QUEUE = "alert-jobs";
  public static final String KIND = "compile-alert-digest";

  public CompileAlertDigest {
    requireNonNull(ruleId, "ruleId");
    requireNonNull(dueAt, "dueAt");
  }
}
