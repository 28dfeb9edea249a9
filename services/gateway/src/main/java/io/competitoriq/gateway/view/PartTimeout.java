package io.competitoriq.gateway.view;

/// How long a view waits. Annotations need constants; operators override them with MicroProfile
/// keys such as `Timeout/value`.
final class PartTimeout {

  /// For a part: a page that misses it is shown within a second all the same.
  static final long MILLIS = 900;

  /// For what the page is about.
  static final long WHOLE_MILLIS = 5000;

  /// Calls of one kind on their way to a service; ten more wait, and more than that are missing.
  static final int AT_ONCE = 64;

  private PartTimeout() {}
}
