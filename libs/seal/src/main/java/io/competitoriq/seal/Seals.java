package io.competitoriq.seal;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals texts with AES-256-GCM. What a seal is for (such as workspace and provider) is part of it:
/// a sealed text copied into another row does not open.
@Startup
@ApplicationScoped
public class Seals {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Map<String, SecretKeySpec> keys;
  private final SecureRandom random = new SecureRandom();

  @Inject
  Seals(SealConfig config) {
    this(config.keys().orElse(""));
  }

  Seals(String configured) {
    this.keys = keys(configured);
  }

  /// A sealed text and the id of the key that opens it.
  public record Sealed(String keyId, byte[] bytes) {}

  /// Whether anything can be sealed here.
  public boolean usable() {
    return !keys.isEmpty();
  }

  /// Whether the text was sealed with a key that has been replaced since.
  public boolean isOld(Sealed sealed) {
    return !keys.keySet().iterator().next().equals(sealed.keyId());
  }

  /// @throws java.util.NoSuchElementException when nothing is [#usable] here
  public Sealed seal(String text, String purpose) {
    Map.Entry<String, SecretKeySpec> current = keys.entrySet().iterator().next();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        crypt(
            Cipher.ENCRYPT_MODE,
            current.getValue(),
            nonce,
            text.getBytes(StandardCharsets.UTF_8),
            purpose);
    byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
    return new Sealed(current.getKey(), both);
  }

  /// @throws SealBroken when the key is not configured any more, or the bytes are not what was
  ///   sealed for this purpose
  public String open(Sealed sealed, String purpose) {
    SecretKeySpec key = keys.get(sealed.keyId());
    if (key == null) {
      throw new SealBroken(
          "it was sealed with the key '%s', which ciq.seal.keys does not have"
              .formatted(sealed.keyId()));
    }
    byte[] nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(sealed.bytes(), NONCE_BYTES, sealed.bytes().length);
    return new String(
        crypt(Cipher.DECRYPT_MODE, key, nonce, rest, purpose), StandardCharsets.UTF_8);
  }

  private static byte[] crypt(
      int mode, SecretKeySpec key, byte[] nonce, byte[] text, String purpose) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException failed) {
      throw new SealBroken("what is stored does not open with it");
    }
  }

  private static Map<String, SecretKeySpec> keys(String configured) {
    Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    for (String each : configured.split(",", -1)) {
      if (!each.isBlank()) {
        int colon = each.indexOf(':');
        byte[] key = colon < 1 ? new byte[0] : decoded(each.substring(colon + 1).strip());
        if (key.length != KEY_BYTES) {
          throw new IllegalStateException(
              "ciq.seal.keys wants id:base64 of 32 bytes, separated by commas");
        }
        keys.put(each.substring(0, colon).strip(), new SecretKeySpec(key, "AES"));
      }
    }
    return keys;
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
