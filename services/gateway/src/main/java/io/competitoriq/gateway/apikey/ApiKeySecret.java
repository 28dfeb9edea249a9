package io.competitoriq.gateway.apikey;

import io.competitoriq.gateway.session.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// A key as its holder has it: `ciq_<id>_<secret>`, the secret being 256 random bits and the CRC-32
/// of all before it, so that a typo is told from a wrong key and a scanner from random text.
///
/// @param keyId which key; no secret
/// @param secret 64 hexadecimal digits
record ApiKeySecret(UUID keyId, String secret) {

  static final String PREFIX = "ciq_";

  private static final int BYTES = 32;
  private static final Pattern SHAPE =
      Pattern.compile("(ciq_([0-9a-f]{32})_([0-9a-f]{64}))([0-9a-f]{8})");
  private static final Pattern ID =
      Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})", Pattern.DOTALL);

  static ApiKeySecret random(UUID keyId, SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new ApiKeySecret(keyId, HexFormat.of().formatHex(secret));
  }

  /// Empty for what cannot be a key of ours: mistyped or cut off.
  static Optional<ApiKeySecret> parse(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches() || !checksum(shape.group(1)).equals(shape.group(4))) {
      return Optional.empty();
    }
    String id = ID.matcher(shape.group(2)).replaceFirst("$1-$2-$3-$4-$5");
    return Optional.of(new ApiKeySecret(UUID.fromString(id), shape.group(3)));
  }

  /// What is shown once.
  String text() {
    String key = start(keyId) + "_" + secret;
    return key + checksum(key);
  }

  /// What keys are told apart by once their secret is gone from the screen.
  static String start(UUID keyId) {
    return PREFIX + keyId.toString().replace("-", "");
  }

  /// What the database keeps: 256 random bits need no slow hash.
  String hash() {
    return Sha256.hex(secret);
  }

  private static String checksum(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /// Keeps the secret out of logs.
  @Override
  public String toString() {
    return "ApiKeySecret[" + keyId + "]";
  }
}
