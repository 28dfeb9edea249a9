package io.competitoriq.egress;

import io.competitoriq.egress.EgressResult.Reason;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a URI points at, read strictly: no userinfo, http and https only, and no number dressed as
/// a host name (`2130706433`, `0x7f.1`, `0177.0.0.1`), which resolvers read as addresses.
sealed interface Destination {

  /// A host that may be looked up. `host` is ASCII lower case without a trailing dot; an IPv6
  /// literal comes without brackets.
  record Site(URI uri, boolean tls, String host, int port, boolean literal) implements Destination {
    /// Path and query as the request line wants them.
    String requestTarget() {
      String path = uri.getRawPath();
      String target = path == null || path.isEmpty() ? "/" : path;
      return PercentEncoding.repair(
          uri.getRawQuery() == null ? target : target + '?' + uri.getRawQuery());
    }

    /// The host as a Host header and a TLS handshake want it.
    String authorityHost() {
      return host.indexOf(':') < 0 ? host : '[' + host + ']';
    }

    /// Whether credentials meant for this site may go to the other: same scheme, host and port.
    boolean sameOrigin(Site other) {
      return tls == other.tls && host.equals(other.host) && port == other.port;
    }
  }

  /// Nowhere we go, and why.
  record Unusable(Reason reason, String detail) implements Destination {}

  Pattern AUTHORITY =
      Pattern.compile("(\\[(?=[^\\]]*:)[0-9A-Fa-f:.]+]|[^\\[\\]:]+)(?::(\\d{0,5}))?");
  Pattern CANONICAL_IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");
  Pattern HOST_NAME =
      Pattern.compile(
          "[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*");
  int LONGEST_NAME = 253;
  int HIGHEST_PORT = 65_535;

  static Destination of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return new Unusable(Reason.SCHEME, "Only http and https are visited, not '" + scheme + "'.");
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    if (authority.indexOf('@') >= 0) {
      return new Unusable(Reason.USERINFO, "An address must not carry a user name or password.");
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      return new Unusable(Reason.HOST, "The address names no usable host.");
    }
    boolean tls = scheme.equals("https");
    String port = parts.group(2);
    int number = port == null || port.isEmpty() ? (tls ? 443 : 80) : Integer.parseInt(port);
    if (number < 1 || number > HIGHEST_PORT) {
      return new Unusable(Reason.PORT, "Port " + number + " does not exist.");
    }
    return site(uri, tls, parts.group(1), number);
  }

  private static Destination site(URI uri, boolean tls, String written, int port) {
    if (written.startsWith("[")) {
      String literal = written.substring(1, written.length() - 1).toLowerCase(Locale.ROOT);
      return new Site(uri, tls, literal, port, true);
    }
    String host = ascii(written);
    if (CANONICAL_IPV4.matcher(host).matches()) {
      return new Site(uri, tls, host, port, true);
    }
    if (ENDS_IN_NUMBER.matcher(host).matches()) {
      return new Unusable(Reason.HOST, "The host is a number in disguise.");
    }
    if (host.length() > LONGEST_NAME || !HOST_NAME.matcher(host).matches()) {
      return new Unusable(Reason.HOST, "The host is not a valid name.");
    }
    return new Site(uri, tls, host, port, false);
  }

  private static String ascii(String written) {
    String host;
    try {
      host = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
