package io.competitoriq.egress;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Locale;

/// An operator's exception: hosts that match `pattern` (`*`, `*.suffix` or a name) are served by
/// `address` and `port`, whatever the name service says.
record ConnectTo(String pattern, InetAddress address, int port) {

  static ConnectTo parse(String text) {
    int equals = text.indexOf('=');
    int colon = text.lastIndexOf(':');
    if (equals < 1 || colon <= equals || !text.substring(colon + 1).matches("\\d{1,5}")) {
      throw new IllegalArgumentException("expected hostPattern=ip:port, got: " + text);
    }
    String ip = text.substring(equals + 1, colon).replaceAll("[\\[\\]]", "");
    return new ConnectTo(
        text.substring(0, equals).strip().toLowerCase(Locale.ROOT),
        InetAddress.ofLiteral(ip),
        Integer.parseInt(text.substring(colon + 1)));
  }

  boolean matches(String host) {
    return pattern.equals("*")
        || (pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : pattern.equals(host));
  }

  SocketAddress socket() {
    return SocketAddress.inetSocketAddress(port, address.getHostAddress());
  }
}
