package io.competitoriq.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// The name service. Called off the event loop, once per hop.
@FunctionalInterface
interface Names {
  /// All addresses of `host`, the preferred first.
  List<InetAddress> lookup(String host) throws UnknownHostException;

  /// The system's resolver. `localhost` and everything below it never leaves the machine (RFC
  /// 6761).
  static Names system() {
    return host -> {
      if (host.equals("localhost") || host.endsWith(".localhost")) {
        return List.of(InetAddress.ofLiteral("127.0.0.1"));
      }
      return List.of(InetAddress.getAllByName(host));
    };
  }
}
