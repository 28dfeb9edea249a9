package io.competitoriq.gateway.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the stand-in signs: with real keys, and where a test wants it, wrongly.
final class StandInTokens {

  static final String CLIENT = "competitoriq";

  private final RSAKey foreign = key();
  private volatile RSAKey key = key();

  /// The public keys, as `jwks_uri` shows them.
  String published() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /// From now on another key signs; the old one is published no longer.
  void rotate() {
    key = key();
  }

  /// @param flaw what is wrong with it; empty for nothing
  String idToken(String issuer, JsonObject person, String nonce, String flaw) {
    long now = System.currentTimeMillis();
    boolean expired = flaw.equals("expired");
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(flaw.equals("issuer") ? "http://127.0.0.1:1/other" : issuer)
            .audience(flaw.equals("audience") ? "another-application" : CLIENT)
            .subject(person.getString("sub"))
            .issueTime(new Date(expired ? now - 7_200_000 : now))
            .expirationTime(new Date(expired ? now - 3_600_000 : now + 300_000))
            .claim("nonce", flaw.equals("nonce") ? "another" : nonce)
            .claim("sid", person.getString("sid"))
            .claim("name", person.getString("name"))
            .claim("email", person.getString("email"))
            .claim("email_verified", person.getBoolean("verified", true))
            .claim("roles", person.getJsonArray("roles").getList())
            .build();
    return switch (flaw) {
      case "none" -> new PlainJWT(claims).serialize();
      case "key" -> signed(claims, foreign, key.getKeyID());
      case "confusion" -> signedWithPublicKey(claims);
      default -> signed(claims, key, key.getKeyID());
    };
  }

  /// A token by which the provider ends its session `sid`.
  String logoutToken(String issuer, String sid, String audience) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .issueTime(new Date())
            .expirationTime(new Date(System.currentTimeMillis() + 120_000))
            .jwtID(UUID.randomUUID().toString())
            .claim("sid", sid)
            .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
            .build();
    return signed(claims, key, key.getKeyID());
  }

  private static String signed(JWTClaimsSet claims, RSAKey by, String keyId) {
    try {
      var token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
      token.sign(new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The classic confusion: a public key, known to everybody, used as the secret of an HMAC.
  private String signedWithPublicKey(JWTClaimsSet claims) {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new MACSigner(key.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8)));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static List<String> flaws() {
    return List.of("none", "expired", "issuer", "audience", "nonce", "key", "confusion");
  }
}
