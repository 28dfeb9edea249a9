package io.competitoriq.egress;

import io.competitoriq.egress.EgressResult.Failed;
import io.competitoriq.egress.EgressResult.Kind;
import io.competitoriq.egress.EgressResult.Reason;
import io.competitoriq.egress.EgressResult.Refused;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// From a destination to the addresses that may be connected to. One refused address closes the way
/// to all of a name's addresses: an attacker's name server mixes good and bad answers.
final class Routes {
  private static final int MOST_TRIED = 3;

  private final AddressPolicy policy;
  private final List<ConnectTo> exceptions;
  private final Set<Integer> ports;
  private final Names names;

  Routes(EgressConfig config, Names names) {
    this.policy = new AddressPolicy(config.allow().orElse(List.of()));
    this.exceptions = config.connectTo().orElse(List.of()).stream().map(ConnectTo::parse).toList();
    this.ports = Set.copyOf(config.ports());
    this.names = names;
    for (ConnectTo exception : exceptions) {
      if (!policy.excepts(exception.address())) {
        throw new IllegalStateException(
            "ciq.egress.connect-to leads outside ciq.egress.allow: " + exception);
      }
    }
  }

  /// Blocks on the name service; call it on a worker.
  Route to(Destination.Site site) {
    Optional<ConnectTo> exception =
        exceptions.stream().filter(candidate -> candidate.matches(site.host())).findFirst();
    if (exception.isPresent()) {
      return new Route.Open(List.of(exception.get().socket()));
    }
    try {
      List<InetAddress> addresses =
          site.literal() ? List.of(InetAddress.ofLiteral(site.host())) : names.lookup(site.host());
      return checked(site, addresses);
    } catch (UnknownHostException e) {
      if (InsideNames.contains(site.host())) {
        return inside(site);
      }
      return new Route.Closed(
          new Failed(Kind.DNS, "The name " + site.host() + " has no address.", site.uri()));
    } catch (IllegalArgumentException e) {
      return closed(site, Reason.HOST, "The host is not a valid address.");
    }
  }

  private Route checked(Destination.Site site, List<InetAddress> addresses) {
    for (InetAddress address : addresses) {
      Optional<String> refusal = policy.refusal(address);
      if (refusal.isPresent()) {
        return closed(
            site,
            Reason.BLOCKED_ADDRESS,
            "%s is %s (%s), which is not visited."
                .formatted(site.host(), address.getHostAddress(), refusal.get()));
      }
    }
    if (!addresses.stream().allMatch(policy::excepts)) {
      if (!site.literal() && InsideNames.contains(site.host())) {
        return inside(site);
      }
      if (!ports.contains(site.port())) {
        return closed(site, Reason.PORT, "Port " + site.port() + " is not visited.");
      }
    }
    return new Route.Open(
        addresses.stream()
            .limit(MOST_TRIED)
            .map(address -> SocketAddress.inetSocketAddress(site.port(), address.getHostAddress()))
            .toList());
  }

  private static Route inside(Destination.Site site) {
    return closed(site, Reason.HOST, site.host() + " is a name of an inner network.");
  }

  private static Route closed(Destination.Site site, Reason reason, String detail) {
    return new Route.Closed(new Refused(reason, detail, site.uri()));
  }
}
