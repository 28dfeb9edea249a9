package io.competitoriq.gateway.route;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Which headers cross the gateway, and how. Towards a service only those named here, so that
/// neither cookies nor a client's own `Authorization` or `X-Forwarded-*` can get through; towards
/// the client all but those that belong to the hop (RFC 9110, 7.6.1) and those that are the
/// gateway's business.
final class ForwardedHeaders {

  private static final Set<String> TO_SERVICE =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "content-type",
          "idempotency-key",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "range",
          "user-agent");

  private static final Set<String> HOOK =
      Set.of("content-type", "x-ciq-hook", "x-apify-webhook-dispatch-id");

  private static final Set<String> NOT_TO_CLIENT =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "server",
          "set-cookie",
          "location");

  private ForwardedHeaders() {}

  static MultiMap toService(MultiMap client) {
    return only(client, name -> TO_SERVICE.contains(name));
  }

  /// What a hook is known by, and nothing of the outsider's besides.
  static MultiMap ofHook(MultiMap outsider) {
    return only(outsider, HOOK::contains);
  }

  /// Without `Location`, which is [#location]'s.
  static MultiMap toClient(MultiMap service) {
    Set<String> hop = namedIn(service.getAll("connection"));
    return only(service, name -> !NOT_TO_CLIENT.contains(name) && !hop.contains(name));
  }

  /// The address of a created thing as the client must ask for it: a path of the service becomes
  /// one below `/api/v1`; an address elsewhere stays what it is.
  static String location(String location, URI service) {
    try {
      URI target = new URI(location);
      boolean absolute = target.isAbsolute();
      if (absolute && !sameOrigin(target, service)) {
        return location;
      }
      String path = absolute ? pathAndQuery(target) : location;
      return path.startsWith("/") && !path.startsWith(RouteTable.API)
          ? RouteTable.API + path.substring(1)
          : path;
    } catch (URISyntaxException malformed) {
      return location;
    }
  }

  private static boolean sameOrigin(URI a, URI b) {
    return a.getScheme().equalsIgnoreCase(b.getScheme())
        && String.valueOf(a.getRawAuthority()).equalsIgnoreCase(b.getRawAuthority());
  }

  private static String pathAndQuery(URI uri) {
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static Set<String> namedIn(Iterable<String> connectionHeaders) {
    Set<String> names = new HashSet<>();
    for (String header : connectionHeaders) {
      for (String name : header.split(",")) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static MultiMap only(MultiMap headers, Predicate<String> passes) {
    MultiMap kept = MultiMap.caseInsensitiveMultiMap();
    headers.forEach(
        (name, value) -> {
          if (passes.test(name.toLowerCase(Locale.ROOT))) {
            kept.add(name, value);
          }
        });
    return kept;
  }
}
