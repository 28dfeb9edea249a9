package io.competitoriq.competitors.access;

import static io.restassured.RestAssured.given;

import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.build.JwtSignatureBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A service lets in what the gateway issues, and nothing that only looks like it.
@QuarkusTest
@WithEmbeddedServers("competitors")
class ServiceTokenTest {

  private static final String TYPE = "ciq-service+jwt";
  private static final String AUDIENCE = "competitoriq-services";
  private static final KeyPair PROVIDER = keyPair();

  @Test
  void whatTheGatewayIssuesIsLetIn() {
    get(TestTokens.bearer(UUID.randomUUID(), "viewer").substring("Bearer ".length()), 200);
    get(typed(claims(Instant.now())).signWithSecret(secret()), 200);
  }

  static Stream<Arguments> forgeries() {
    Instant now = Instant.now();
    String good = typed(claims(now)).signWithSecret(secret());
    return Stream.of(
        Arguments.of("no token at all", ""),
        Arguments.of("expired", typed(claims(now.minusSeconds(3600))).signWithSecret(secret())),
        Arguments.of(
            "for another audience",
            typed(claims(now).audience("another-application")).signWithSecret(secret())),
        Arguments.of("for nobody", typed(base(now)).signWithSecret(secret())),
        Arguments.of(
            "of another issuer",
            typed(claims(now).issuer("https://id.example.com")).signWithSecret(secret())),
        Arguments.of(
            "with another key",
            typed(claims(now)).signWithSecret("another-secret-that-is-long-enough-0123456789")),
        Arguments.of("of another kind", claims(now).jws().type("JWT").signWithSecret(secret())),
        Arguments.of(
            "for longer than five minutes",
            typed(claims(now).expiresAt(now.plus(Duration.ofHours(8)))).signWithSecret(secret())),
        Arguments.of("unsigned, alg none", unsigned(good)),
        Arguments.of("its signature cut off", good.substring(0, good.lastIndexOf('.') + 1)),
        Arguments.of("another payload under a good signature", elevated(good)),
        Arguments.of("RS256 instead of HS256", typed(claims(now)).sign(PROVIDER.getPrivate())),
        Arguments.of(
            "a public key as the secret",
            typed(claims(now))
                .sign(new SecretKeySpec(PROVIDER.getPublic().getEncoded(), "HmacSHA256"))),
        Arguments.of("an identity provider's ID token", idToken(now)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void everythingElseIsRefused(String name, String token) {
    get(token, 401);
    if (Boolean.getBoolean("ciq.test.table")) {
      System.out.printf("TABLE %-52s | refused%n", "internal token: " + name);
    }
  }

  private static void get(String token, int status) {
    var request = given();
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    request.get("/competitors").then().statusCode(status);
  }

  private static JwtClaimsBuilder claims(Instant issuedAt) {
    return base(issuedAt).audience(AUDIENCE);
  }

  private static JwtClaimsBuilder base(Instant issuedAt) {
    return Jwt.issuer("competitoriq")
        .subject(UUID.randomUUID().toString())
        .claim("ws", UUID.randomUUID().toString())
        .groups(Set.of("viewer", "analyst", "admin", "owner"))
        .issuedAt(issuedAt)
        .expiresAt(issuedAt.plus(Duration.ofMinutes(5)));
  }

  private static JwtSignatureBuilder typed(JwtClaimsBuilder claims) {
    return claims.jws().type(TYPE);
  }

  private static String idToken(Instant now) {
    return Jwt.issuer("https://id.example.com/realms/competitoriq")
        .subject(UUID.randomUUID().toString())
        .audience("competitoriq")
        .claim("nonce", "n")
        .groups(Set.of("owner"))
        .issuedAt(now)
        .expiresAt(now.plusSeconds(300))
        .sign(PROVIDER.getPrivate());
  }

  private static String unsigned(String good) {
    String header = "{\"alg\":\"none\",\"typ\":\"%s\"}".formatted(TYPE);
    return base64(header) + "." + good.split("\\.")[1] + ".";
  }

  private static String elevated(String good) {
    String[] parts = good.split("\\.");
    String payload =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replaceFirst("\"ws\":\"[^\"]*\"", "\"ws\":\"" + new UUID(0, 7) + "\"");
    return parts[0] + "." + base64(payload) + "." + parts[2];
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String secret() {
    return ConfigProvider.getConfig().getValue("ciq.service.secret", String.class);
  }

  private static KeyPair keyPair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
