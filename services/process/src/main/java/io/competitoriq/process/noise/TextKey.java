package io.competitoriq.process.noise;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A short name for what a text says, the same for texts that differ in volatile parts only.
public final class TextKey {

  private static final int BYTES = 10;

  private TextKey() {}

  public static String of(String text) {
    try {
      byte[] masked = Volatile.masked(text).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(masked), 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
