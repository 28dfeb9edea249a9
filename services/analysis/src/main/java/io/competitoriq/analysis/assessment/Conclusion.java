package io.competitoriq.analysis.assessment;

/// How an assessment ended.
sealed interface Conclusion {

  String reason();

  /// @param reason how far the answer can be trusted
  record Done(CheckedAnswer answer, String reason) implements Conclusion {}

  /// @param failure its name, `[A-Z_]+`
  record Failed(String failure, String reason) implements Conclusion {}

  /// Nobody was asked.
  record Skipped(String reason) implements Conclusion {}
}
