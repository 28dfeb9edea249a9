package io.competitoriq.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a redirect asks for. Pure.
final class Redirects {
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "proxy-authorization", "cookie");

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*");

  private Redirects() {}

  static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /// The request the server wants instead; empty when its Location is not an address. 303 (and a
  /// POST answered by 301 or 302, as browsers do) becomes a GET without a body; credentials stay
  /// with the origin they were meant for.
  static Optional<EgressRequest> follow(EgressRequest request, int status, String location) {
    Optional<URI> target = resolve(request.uri(), location);
    boolean toGet =
        status == 303 && !request.method().equals("HEAD")
            || (status == 301 || status == 302) && request.method().equals("POST");
    return target.map(uri -> moved(request, uri, toGet));
  }

  private static EgressRequest moved(EgressRequest request, URI uri, boolean toGet) {
    Map<String, String> headers = new HashMap<>(request.headers());
    if (!sameOrigin(request.uri(), uri)) {
      headers.keySet().removeAll(CREDENTIALS);
    }
    if (!toGet) {
      return new EgressRequest(
          request.method(), uri, headers, request.body(), request.limits(), request.once());
    }
    headers.remove("content-type");
    return new EgressRequest(
        "GET", uri, headers, Optional.empty(), request.limits(), request.once());
  }

  private static boolean sameOrigin(URI from, URI to) {
    return Destination.of(from) instanceof Destination.Site here
        && Destination.of(to) instanceof Destination.Site there
        && here.sameOrigin(there);
  }

  private static Optional<URI> resolve(URI base, String location) {
    try {
      URI target = base.resolve(new URI(repaired(asWritten(location).strip())));
      return Optional.of(withoutFragment(target));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// A host is not percent-encoded: its letters are read where every host is.
  private static String repaired(String location) {
    Matcher authority = AUTHORITY.matcher(location);
    int end = authority.lookingAt() ? authority.end() : 0;
    return location.substring(0, end) + PercentEncoding.repair(location.substring(end));
  }

  /// Headers arrive one character per byte; servers that write other letters mean UTF-8.
  private static String asWritten(String location) {
    boolean bytes = location.chars().allMatch(c -> c <= 0xff);
    return bytes
        ? new String(location.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        : location;
  }

  private static URI withoutFragment(URI uri) throws URISyntaxException {
    String text = uri.toString();
    int fragment = text.indexOf('#');
    return fragment < 0 ? uri : new URI(text.substring(0, fragment));
  }
}
