package io.competitoriq.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/// Values at the edge of what can be said, and beyond.
final class Nonsense {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// What is legal in JSON and trouble elsewhere: NUL in a database's text, half a character in
  /// UTF-8, text that runs the other way, a name that becomes longer in lower case.
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "a\0b",
          "\ud800",
          "\udfff\ud800",
          "\u202eevil\u202c",
          "\u200b",
          "İ",
          "ﷺ".repeat(50),
          "e\u0301".repeat(200),
          "😀".repeat(100),
          "\n\r\t",
          "'; drop table competitor; --",
          "${jndi:ldap://127.0.0.1/a}",
          "../../../../etc/passwd",
          "<script>alert(1)</script>",
          "null",
          "-1",
          "00000000-0000-0000-0000-000000000000",
          "0000-00-00",
          "9999-12-31T23:59:59.999999999Z",
          "+1000000000-01-01T00:00:00Z",
          "P999999999Y",
          "PT0S",
          "-PT1S",
          "* * * * * *",
          "Europe/Atlantis",
          "http://[::1",
          "http://user:pass@host:99999/",
          "file:///etc/passwd",
          "javascript:alert(1)",
          "(a+)+$",
          "[",
          "NOT_A_CODE");

  private static final List<BigDecimal> NUMBERS =
      List.of(
          BigDecimal.ZERO,
          BigDecimal.ONE.negate(),
          new BigDecimal("0.5"),
          BigDecimal.valueOf(Integer.MAX_VALUE),
          BigDecimal.valueOf(Integer.MAX_VALUE).add(BigDecimal.ONE),
          BigDecimal.valueOf(Long.MAX_VALUE),
          BigDecimal.valueOf(Long.MIN_VALUE),
          new BigDecimal(BigInteger.ONE.shiftLeft(64)),
          new BigDecimal("1e308"),
          new BigDecimal("1e400"),
          new BigDecimal("1e-400"),
          new BigDecimal("1e10000"));

  private Nonsense() {}

  static String text(Random random) {
    return random.nextInt(8) == 0
        ? "x".repeat(1 << (8 + random.nextInt(10)))
        : TEXTS.get(random.nextInt(TEXTS.size()));
  }

  static BigDecimal number(Random random) {
    return NUMBERS.get(random.nextInt(NUMBERS.size()));
  }

  static JsonNode value(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(number(random));
      case 3 -> JSON.arrayNode().add(text(random)).addNull();
      case 4 -> JSON.objectNode().put(text(random), text(random));
      default -> JSON.textNode(text(random));
    };
  }
}
