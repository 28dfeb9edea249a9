package io.competitoriq.gateway.oidc;

import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who a provider's verified claims are about.
///
/// @param sid the provider's own session, where it names one
/// @param name never blank; the address or the subject where the provider tells no name
record Identity(
    String issuer,
    String subject,
    Optional<String> sid,
    Optional<String> email,
    boolean emailVerified,
    String name) {

  private static final int LONGEST_NAME = 200;

  static Identity of(String issuer, Map<String, Object> claims) {
    String subject = String.valueOf(claims.get("sub"));
    Optional<String> email = text(claims, "email");
    String name =
        Stream.of(text(claims, "name"), text(claims, "preferred_username"), email)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(subject);
    return new Identity(
        issuer,
        subject,
        text(claims, "sid"),
        email,
        Boolean.TRUE.equals(claims.get("email_verified")),
        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
  }

  /// The claims as plain values.
  static Map<String, Object> claims(ClaimsSet claims) {
    return claims.toJSONObject();
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    @Nullable Object value = claims.get(name);
    return value instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }
}
