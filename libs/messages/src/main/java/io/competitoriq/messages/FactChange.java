package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A typed fact that is no longer what it was.
///
/// @param subject what the fact is about, e.g. the plan's name or the post's title
/// @param field which property of the subject, e.g. `amount`
/// @param before null when the fact is new
/// @param after null when the fact is gone
public record FactChange(
    ChangeKind kind,
    FactKind factKind,
    String subject,
    String field,
    @Nullable FactValue before,
    @Nullable FactValue after,
    List<Evidence> evidence) {

  public FactChange {
    requireNonNull(kind, "kind");
    requireNonNull(factKind, "factKind");
    Require.text(subject, "subject");
    Require.text(field, "field");
    evidence = List.copyOf(evidence);
    if (before == null && after == null) {
      throw new IllegalArgumentException("a fact change has a before or an after");
    }
  }
}
