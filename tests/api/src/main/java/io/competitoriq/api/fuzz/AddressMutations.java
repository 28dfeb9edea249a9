package io.competitoriq.api.fuzz;

import io.competitoriq.api.door.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/// Addresses that lead nowhere, and questions nobody asks.
final class AddressMutations {

  private static final List<String> SEGMENTS =
      List.of(
          "%00",
          "%ff",
          "%2e%2e",
          "..",
          ".",
          "%2f",
          "%5c",
          "%zz",
          "%",
          ";a=b",
          "-1",
          "0",
          "null",
          "undefined",
          "{id}",
          "00000000-0000-0000-0000-000000000000",
          "00000000-0000-0000-0000-00000000000",
          "0-0-0-0-0",
          "%F0%9F%98%80",
          "%ED%A0%80",
          "9".repeat(400));

  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "PROPFIND",
          "get",
          "X");

  private static final List<String> NAMES =
      List.of(
          "cursor",
          "limit",
          "q",
          "competitorId",
          "sourceId",
          "since",
          "month",
          "versions",
          "from",
          "to",
          "asOf",
          "kind",
          "category",
          "severity",
          "triage",
          "state",
          "format",
          "unknown");

  private AddressMutations() {}

  static Request path(Request request, Random random) {
    String[] parts = request.target().split("\\?", 2);
    String[] segments = parts[0].split("/");
    int at = 3 + random.nextInt(Math.max(1, segments.length - 3));
    switch (random.nextInt(6)) {
      case 0 -> segments[at] = segments[at] + "/" + segment(random);
      case 1 -> segments[at] = "/" + segments[at];
      case 2 -> segments[at] = segments[at].toUpperCase(java.util.Locale.ROOT);
      default -> segments[at] = segment(random);
    }
    String path = String.join("/", segments) + (random.nextInt(8) == 0 ? "/" : "");
    return request.withTarget(parts.length > 1 ? path + "?" + parts[1] : path);
  }

  static Request query(Request request, Random random) {
    StringBuilder target = new StringBuilder(request.target());
    int pairs = 1 + random.nextInt(3);
    for (int i = 0; i < pairs; i++) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      target.append(target.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
      target.append(value(name, random));
      if (random.nextInt(4) == 0) {
        target.append('&').append(name).append('=').append(value(name, random));
      }
    }
    return request.withTarget(target.toString());
  }

  static Request method(Request request, Random random) {
    return request.withMethod(METHODS.get(random.nextInt(METHODS.size())));
  }

  private static String segment(Random random) {
    return SEGMENTS.get(random.nextInt(SEGMENTS.size()));
  }

  private static String value(String name, Random random) {
    return switch (random.nextInt(name.equals("cursor") ? 5 : 4)) {
      case 0 -> segment(random);
      case 1 -> Nonsense.number(random).toPlainString().substring(0, 1) + random.nextLong();
      case 2, 3 -> encoded(random);
      default -> forged(random);
    };
  }

  private static String encoded(Random random) {
    String text = Nonsense.text(random);
    return URLEncoder.encode(
        text.length() > 1000 ? text.substring(0, 1000) : text, StandardCharsets.UTF_8);
  }

  /// As ours look, with another time, number or id in them.
  private static String forged(Random random) {
    String plain =
        List.of(
                "9223372036854775807.999999999~00000000-0000-0000-0000-000000000000",
                "-9223372036854775808.0~ffffffff-ffff-ffff-ffff-ffffffffffff",
                "31556889864403199.999999999~ffffffff-ffff-ffff-ffff-ffffffffffff",
                "253402300800.0~ffffffff-ffff-ffff-ffff-ffffffffffff",
                "-99999999999.5~00000000-0000-0000-0000-000000000000",
                "1.0~",
                "~.",
                "9223372036854775807",
                "0")
            .get(random.nextInt(9));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
