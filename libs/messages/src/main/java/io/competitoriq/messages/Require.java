package io.competitoriq.messages;

import java.net.URI;
import java.util.Objects;

/// The refusals that the records of this package share.
final class Require {

  private Require() {}

  static String text(String value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    return value;
  }

  static URI absolute(URI url, String name) {
    Objects.requireNonNull(url, name);
    if (!url.isAbsolute()) {
      throw new IllegalArgumentException(name + " must be absolute: " + url);
    }
    return url;
  }

  static String sha256(String value, String name) {
    Objects.requireNonNull(value, name);
    if (!value.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(name + " must be 64 lower-case hexadecimal digits");
    }
    return value;
  }
}
