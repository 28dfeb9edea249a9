package io.competitoriq.egress;

import io.vertx.core.net.SocketAddress;
import java.util.List;

/// What the check of a destination ends in.
sealed interface Route {
  /// Connect to one of these and to nothing else; the later ones are for when the first is dead.
  record Open(List<SocketAddress> addresses) implements Route {}

  /// No way.
  record Closed(EgressResult why) implements Route {}
}
