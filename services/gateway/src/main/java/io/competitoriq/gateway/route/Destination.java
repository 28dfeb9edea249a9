package io.competitoriq.gateway.route;

/// Where a request belongs.
sealed interface Destination {

  /// A resource of this process.
  ///
  /// @param open whether it answers people who are not signed in
  record Own(boolean open) implements Destination {}

  /// What another server tells this process: it has no cookie and no page; what it says is signed.
  record Told() implements Destination {}

  /// The live events.
  record Live() implements Destination {}

  /// A resource of a service.
  ///
  /// @param path its path there, without the query
  record Forwarded(Service service, String path) implements Destination {}

  /// What an outsider without a session tells a service; the service knows it by a secret of its
  /// own.
  record Hook(Service service, String path) implements Destination {}

  /// What an outsider with a link may read: like a hook, but not as often as they like.
  record Shared(Service service, String path) implements Destination {}

  /// The Model Context Protocol, for programs with an API key.
  record Mcp() implements Destination {}

  /// The web application.
  record Page() implements Destination {}

  /// An API address that does not exist.
  record Nothing() implements Destination {}
}
