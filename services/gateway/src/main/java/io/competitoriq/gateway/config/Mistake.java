package io.competitoriq.gateway.config;

import io.competitoriq.http.Problem.FieldError;
import io.competitoriq.http.ProblemException;
import java.util.Comparator;
import java.util.List;

/// What is wrong with a document.
///
/// @param pointer JSON pointer of the value
/// @param line where it stands, from 1
record Mistake(String pointer, int line, String message) {

  /// Most mistakes one answer tells.
  private static final int MOST = 100;

  /// All mistakes in one refusal, in the order of their lines.
  static ProblemException refusal(List<Mistake> mistakes) {
    List<FieldError> errors =
        mistakes.stream()
            .sorted(Comparator.comparingInt(Mistake::line).thenComparing(Mistake::pointer))
            .limit(MOST)
            .map(mistake -> new FieldError(mistake.pointer, mistake.message, mistake.line))
            .toList();
    FieldError first = errors.getFirst();
    return new ProblemException(
        422,
        "config-invalid",
        "Nothing was applied: the document has %s. Line %d: %s"
            .formatted(
                mistakes.size() == 1 ? "a mistake" : mistakes.size() + " mistakes",
                first.line(),
                first.message()),
        errors,
        null);
  }
}
