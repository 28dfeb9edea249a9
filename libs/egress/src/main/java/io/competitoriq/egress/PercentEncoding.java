package io.competitoriq.egress;

import java.nio.charset.StandardCharsets;

/// What browsers do to addresses people and servers write carelessly.
final class PercentEncoding {
  private static final String ILLEGAL_IN_URI = " \"<>\\^`{|}";

  private PercentEncoding() {}

  /// Encodes what may not stand in a URI (spaces, control characters, raw UTF-8); keeps the rest.
  static String repair(String address) {
    StringBuilder text = new StringBuilder(address.length());
    for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (c <= ' ' || c >= 0x7f || ILLEGAL_IN_URI.indexOf(c) >= 0) {
        text.append('%').append(String.format("%02X", c));
      } else {
        text.append((char) c);
      }
    }
    return text.toString();
  }
}
