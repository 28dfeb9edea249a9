package io.competitoriq.egress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What an operator may bend: nothing is excepted by default.
@ConfigMapping(prefix = "ciq.egress")
interface EgressConfig {
  /// Networks (CIDR) we may visit although they are not global, e.g. `127.0.0.0/8` on a laptop.
  Optional<List<String>> allow();

  /// `hostPattern=ip:port`, like curl's --connect-to; only into the allowed networks.
  Optional<List<String>> connectTo();

  /// Ports that may be visited on global addresses; allowed networks are visited on any port.
  @WithDefault("80,443,8080,8443")
  List<Integer> ports();

  /// Connections kept to one host at the same time; more requests wait.
  @WithDefault("4")
  int connectionsPerHost();

  /// Requests that may wait for a connection to one host; more fail as BUSY.
  @WithDefault("64")
  int waitingPerHost();

  /// Longest wait for a TCP connection.
  @WithDefault("5s")
  Duration connectTimeout();
}
