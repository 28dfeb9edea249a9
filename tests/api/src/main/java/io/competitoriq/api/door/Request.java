package io.competitoriq.api.door;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request as it goes over the wire.
///
/// @param target path and query, sent as they are
/// @param headers whole lines without their end
/// @param body null when none is announced
public record Request(String method, String target, List<String> headers, byte @Nullable [] body) {

  public Request {
    headers = List.copyOf(headers);
  }

  public static Request of(String method, String target) {
    return new Request(method, target, List.of(), null);
  }

  public Request with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new Request(method, target, more, body);
  }

  public Request withBody(String json) {
    return withBody(json.getBytes(StandardCharsets.UTF_8));
  }

  public Request withBody(byte[] bytes) {
    return new Request(method, target, headers, bytes);
  }

  public Request withTarget(String other) {
    return new Request(method, other, headers, body);
  }

  public Request withMethod(String other) {
    return new Request(other, target, headers, body);
  }

  public Request without(String headerName) {
    var kept =
        headers.stream().filter(h -> !h.regionMatches(true, 0, headerName, 0, headerName.length()));
    return new Request(method, target, kept.toList(), body);
  }

  /// For people: enough to send it again.
  @Override
  public String toString() {
    String text = body == null ? "" : " " + new String(body, StandardCharsets.UTF_8);
    String shown = method + " " + target + text;
    return shown.length() > 400 ? shown.substring(0, 400) + "..." : shown;
  }
}
