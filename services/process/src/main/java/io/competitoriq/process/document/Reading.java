package io.competitoriq.process.document;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.page.PageClass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading a snapshot.
public sealed interface Reading {

  /// @param publishedConfidence how sure the date is, 0 to 1; null without one
  /// @param canonicalUrl the address the page says it has
  /// @param language lower-case ISO 639 code
  record Understood(
      String title,
      @Nullable String author,
      @Nullable Instant publishedAt,
      @Nullable Double publishedConfidence,
      @Nullable String canonicalUrl,
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
