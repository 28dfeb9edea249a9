package io.competitoriq.egress;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One exchange somebody wants with the outside. Header names are kept in lower case.
///
/// A GET or HEAD may be sent a second time when a kept connection turns out to be dead, unless it
/// is to go `once`.
///
/// Refuses what could smuggle a second request: line breaks in headers, and the framing headers
/// that only the transport may write.
public record EgressRequest(
    String method,
    URI uri,
    Map<String, String> headers,
    Optional<Buffer> body,
    EgressLimits limits,
    boolean once) {
  private static final Set<String> OF_THE_TRANSPORT =
      Set.of(
          "host",
          "content-length",
          "transfer-encoding",
          "connection",
          "upgrade",
          "accept-encoding");

  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]+");

  public EgressRequest {
    if (!METHOD.matcher(method).matches()) {
      throw new IllegalArgumentException("not a method: " + method);
    }
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(checkedName(name), checkedValue(name, value)));
    headers = Map.copyOf(lower);
  }

  /// A GET with the default limits.
  public static EgressRequest get(URI uri) {
    return new EgressRequest("GET", uri, Map.of(), Optional.empty(), EgressLimits.DEFAULT, false);
  }

  /// A POST of `body` with the default limits.
  public static EgressRequest post(URI uri, String contentType, byte[] body) {
    return new EgressRequest(
        "POST",
        uri,
        Map.of("content-type", contentType),
        Optional.of(Buffer.buffer(body)),
        EgressLimits.DEFAULT,
        false);
  }

  /// The same request with one more header; an existing one of that name is replaced.
  public EgressRequest header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new EgressRequest(method, uri, more, body, limits, once);
  }

  /// The same request under other limits.
  public EgressRequest within(EgressLimits other) {
    return new EgressRequest(method, uri, headers, body, other, once);
  }

  /// The same request, sent at most once: not even again when the server hung up on a connection
  /// that had been kept. For calls that cost money.
  public EgressRequest atMostOnce() {
    return new EgressRequest(method, uri, headers, body, limits, true);
  }

  private static String checkedName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (OF_THE_TRANSPORT.contains(lower)) {
      throw new IllegalArgumentException("header is the transport's to write: " + name);
    }
    if (!NAME.matcher(lower).matches()) {
      throw new IllegalArgumentException("not a header name: " + name);
    }
    return lower;
  }

  private static String checkedValue(String name, String value) {
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
      throw new IllegalArgumentException("control character in header " + name);
    }
    return value;
  }
}
