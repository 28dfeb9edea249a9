package io.competitoriq.analysis.assessment;

/// How an assessment ended.
sealed interface Conclusion {

  String reason();

  /// There is an answer to show.
  ///
  /// @param reason how far the answer can be trusted
  record Done(CheckedAnswer answer, String reason) implements Conclusion {}

  /// There is none.
  ///
  /// @param failure its name, `[A-Z_]+`
  record Failed(String failure, String reason) implements Conclusion {}

  /// Nobody was asked.
  record Skipped(String reason) implements Conclusion {}
}
