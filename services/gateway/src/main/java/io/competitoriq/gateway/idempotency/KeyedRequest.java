package io.competitoriq.gateway.idempotency;

import io.competitoriq.http.Problems;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// A request under an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header). A key is the
/// caller's own: nobody else's repeats it.
///
/// @param callerId the member or API key that asks
/// @param key as it was sent
/// @param requestHash SHA-256 of method, address and body
public record KeyedRequest(UUID workspaceId, UUID callerId, String key, byte[] requestHash) {

  public static final String HEADER = "Idempotency-Key";

  private static final int LONGEST = 200;

  /// @param address path and query
  /// @throws io.competitoriq.http.ProblemException 400 for a key that is none
  public static KeyedRequest of(
      UUID workspaceId, UUID callerId, String key, String address, Buffer body) {
    if (key.isBlank() || key.length() > LONGEST) {
      throw Problems.badRequest(
          "idempotency-key-invalid",
          HEADER + " must have 1 to " + LONGEST + " characters, for example a UUID.");
    }
    MessageDigest digest = sha256();
    digest.update(address.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return new KeyedRequest(workspaceId, callerId, key, digest.digest(body.getBytes()));
  }

  /// Under which the outcome is found; the key itself is kept nowhere.
  byte[] keyHash() {
    return sha256().digest(key.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
