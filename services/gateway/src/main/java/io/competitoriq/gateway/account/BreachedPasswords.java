package io.competitoriq.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// The passwords everybody who guesses tries first: those of at least twelve characters among the
/// million most common of published breaches (SecLists, MIT; see the licence beside it). In memory
/// they are 64 bits of their SHA-256 each, 350 KB in all; that a good password is taken for one of
/// them happens once in 400 million million.
@ApplicationScoped
class BreachedPasswords {

  private static final String LIST = "/breached-passwords.txt.gz";

  private final long[] hashes;

  /// Reads the list, which takes some ten milliseconds: not on the event loop.
  BreachedPasswords() {
    this.hashes = read();
  }

  /// Whether it is one of them, in whatever case it is written.
  boolean contains(String password) {
    return Arrays.binarySearch(hashes, hash(sha256(), password.toLowerCase(Locale.ROOT))) >= 0;
  }

  private static long[] read() {
    try (var packed = Objects.requireNonNull(BreachedPasswords.class.getResourceAsStream(LIST));
        var lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      MessageDigest digest = sha256();
      return lines.lines().mapToLong(line -> hash(digest, line)).sorted().toArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static long hash(MessageDigest digest, String password) {
    return ByteBuffer.wrap(digest.digest(password.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
