package io.competitoriq.gateway.view;

/// How long a view waits. Annotations need constants; operators override them with MicroProfile
/// keys such as `Timeout/value`.
final class PartTimeout {

  /// For a part: a page that misses it is shown within a second all the same.
  static final long MILLIS = 900;

  /// For what the page is about.
  static final long WHOLE_MILLIS = 5000;

  private PartTimeout() {}
}
