package io.competitoriq.gateway.idempotency;

import io.competitoriq.tenancy.TenancyConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals answers with AES-256-GCM under a key made of the installation's secret and the client's
/// own `Idempotency-Key`: the database alone, or the secret alone, opens nothing.
@ApplicationScoped
class OutcomeSeal {

  private static final String MAC = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final TenancyConfig config;

  OutcomeSeal(TenancyConfig config) {
    this.config = config;
  }

  byte[] seal(KeyedRequest request, Outcome outcome) {
    JsonObject headers = new JsonObject();
    outcome.headers().forEach(headers::put);
    Buffer body = outcome.body();
    String plain =
        new JsonObject()
            .put("headers", headers)
            .put("body", body == null ? null : Base64.getEncoder().encodeToString(body.getBytes()))
            .encode();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        crypt(Cipher.ENCRYPT_MODE, request, nonce, plain.getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
    byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
    return both;
  }

  /// Empty when it does not open: the installation's secret was replaced since.
  Optional<Outcome> open(KeyedRequest request, int status, byte[] answer) {
    byte[] nonce = Arrays.copyOf(answer, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(answer, NONCE_BYTES, answer.length);
    return crypt(Cipher.DECRYPT_MODE, request, nonce, sealed)
        .map(plain -> outcome(status, new JsonObject(new String(plain, StandardCharsets.UTF_8))));
  }

  private static Outcome outcome(int status, JsonObject answer) {
    Map<String, String> headers = new HashMap<>();
    answer.getJsonObject("headers").forEach(e -> headers.put(e.getKey(), (String) e.getValue()));
    String body = answer.getString("body");
    return new Outcome(
        status,
        headers,
        body == null ? null : Buffer.buffer(Base64.getDecoder().decode(body)),
        null);
  }

  private Optional<byte[]> crypt(int mode, KeyedRequest request, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, keyOf(request), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(request.requestHash());
      return Optional.of(cipher.doFinal(text));
    } catch (GeneralSecurityException doesNotOpen) {
      return Optional.empty();
    }
  }

  private SecretKeySpec keyOf(KeyedRequest request) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(MAC);
    mac.init(new SecretKeySpec(config.secret().getBytes(StandardCharsets.UTF_8), MAC));
    mac.update(("outcome " + request.workspaceId() + " ").getBytes(StandardCharsets.UTF_8));
    return new SecretKeySpec(mac.doFinal(request.key().getBytes(StandardCharsets.UTF_8)), "AES");
  }
}
