package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/// The edition of a digest for the period that ends at the job's time is to be compiled. Queue
/// `alert-jobs`, deduplicated by digest and time.
///
/// @param dueAt the end of the period; a digest that was scheduled anew since ignores it
public record CompileDigest(UUID digestId, Instant dueAt) {

  public static final String QUEUE = "alert-jobs";
  public static final String KIND = "compile-digest";

  public CompileDigest {
    requireNonNull(digestId, "digestId");
    requireNonNull(dueAt, "dueAt");
  }
}
