package io.competitoriq.process.document;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.page.PageClass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading a snapshot.
public sealed interface Reading {

  /// @param language lower-case ISO 639 code
  record Understood(
      String title,
      @Nullable String author,
      @Nullable Instant publishedAt,
      @Nullable String language,
      PageClass pageClass,
      Content content,
      List<FactDraft> facts)
      implements Reading {
    public Understood {
      facts = List.copyOf(facts);
    }
  }

  /// Recorded, and never a change.
  record NotUnderstood(FailureKind kind, String detail) implements Reading {}
}
