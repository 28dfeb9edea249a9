package io.competitoriq.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which addresses may be visited: the global ones, and the networks an operator excepts.
///
/// IPv4 names what is not global; IPv6 is the other way round: only global unicast (2000::/3)
/// counts, without the parts that wrap or document other networks. Source: IANA special-purpose
/// registries.
final class AddressPolicy {
  private static final List<Network> NOT_GLOBAL =
      List.of(
          new Network("0.0.0.0/8", "this network"),
          new Network("10.0.0.0/8", "private"),
          new Network("100.64.0.0/10", "carrier-grade NAT"),
          new Network("127.0.0.0/8", "loopback"),
          new Network("168.63.129.16/32", "cloud metadata"),
          new Network("169.254.0.0/16", "link-local and cloud metadata"),
          new Network("172.16.0.0/12", "private"),
          new Network("192.0.0.0/24", "protocol assignments"),
          new Network("192.0.2.0/24", "documentation"),
          new Network("192.88.99.0/24", "6to4 relay"),
          new Network("192.168.0.0/16", "private"),
          new Network("198.18.0.0/15", "benchmarking"),
          new Network("198.51.100.0/24", "documentation"),
          new Network("203.0.113.0/24", "documentation"),
          new Network("224.0.0.0/4", "multicast"),
          new Network("240.0.0.0/4", "reserved and broadcast"),
          new Network("::/128", "unspecified"),
          new Network("::1/128", "loopback"),
          new Network("64:ff9b::/96", "NAT64"),
          new Network("64:ff9b:1::/48", "local NAT64"),
          new Network("fc00::/7", "unique local"),
          new Network("fe80::/10", "link-local"),
          new Network("fec0::/10", "site-local"),
          new Network("ff00::/8", "multicast"),
          new Network("2001::/23", "Teredo and protocol assignments"),
          new Network("2001:db8::/32", "documentation"),
          new Network("2002::/16", "6to4"),
          new Network("2620:4f:8000::/48", "AS112"),
          new Network("3fff::/20", "documentation"));
  private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");

  private final List<Cidr> allowed;

  AddressPolicy(List<String> allowed) {
    this.allowed = allowed.stream().map(Cidr::parse).toList();
  }

  /// Why `address` may not be visited; empty when it may.
  Optional<String> refusal(InetAddress address) {
    return excepts(address) ? Optional.empty() : notGlobal(address);
  }

  /// Whether an operator named this address' network.
  boolean excepts(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address));
  }

  private static Optional<String> notGlobal(InetAddress address) {
    boolean strange = address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address);
    Stream<String> named =
        NOT_GLOBAL.stream()
            .filter(network -> network.range.contains(address))
            .map(network -> network.what);
    return Stream.concat(named, strange ? Stream.of("not global unicast") : Stream.empty())
        .findFirst();
  }

  private record Network(Cidr range, String what) {
    private Network(String range, String what) {
      this(Cidr.parse(range), what);
    }
  }
}
