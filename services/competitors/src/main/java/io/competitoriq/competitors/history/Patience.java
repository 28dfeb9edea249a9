package io.competitoriq.competitors.history;

/// How long an answer may take. The next look for due sources waits for it. Annotations need
/// constants; operators override them with MicroProfile keys such as `Timeout/value`.
final class Patience {

  static final long MILLIS = 1000;

  /// Between a failed question and the one repeated.
  static final long PAUSE_MILLIS = 100;

  /// Of so many questions in a row half unanswered: nobody is asked for a while.
  static final int QUESTIONS = 6;

  static final long REST_MILLIS = 30_000;

  private Patience() {}
}
