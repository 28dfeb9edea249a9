package io.competitoriq.gateway.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// An Argon2id hash (RFC 9106) in PHC form: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
///
/// @param cost what it took to compute it
/// @param salt hexadecimal
/// @param hash hexadecimal
record PasswordHash(Cost cost, String salt, String hash) {

  private static final int HASH_BYTES = 32;
  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /// @param memoryKib memory in KiB
  /// @param iterations passes over it
  /// @param parallelism lanes
  record Cost(int memoryKib, int iterations, int parallelism) {}

  /// Computes a hash: slow on purpose, never on the event loop.
  static PasswordHash compute(String password, byte[] salt, Cost cost) {
    return new PasswordHash(cost, HEX.formatHex(salt), HEX.formatHex(argon2(password, salt, cost)));
  }

  /// @throws IllegalArgumentException when the text is no Argon2id hash in PHC form
  static PasswordHash parse(String phc) {
    var parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an argon2id hash");
    }
    var cost =
        new Cost(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    return new PasswordHash(cost, hex(parts.group(4)), hex(parts.group(5)));
  }

  /// Whether this is the password's hash: as slow as computing it, compared in constant time.
  boolean matches(String password) {
    byte[] computed = argon2(password, HEX.parseHex(salt), cost);
    return MessageDigest.isEqual(computed, HEX.parseHex(hash));
  }

  /// The form that is stored.
  String phc() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(), cost.iterations(), cost.parallelism(), base64(salt), base64(hash));
  }

  private static byte[] argon2(String password, byte[] salt, Cost cost) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.parallelism())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private static String hex(String base64) {
    return HEX.formatHex(Base64.getDecoder().decode(base64));
  }

  private static String base64(String hex) {
    return Base64.getEncoder().withoutPadding().encodeToString(HEX.parseHex(hex));
  }
}
