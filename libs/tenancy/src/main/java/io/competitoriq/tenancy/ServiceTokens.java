package io.competitoriq.tenancy;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// Short internal tokens: what the gateway shows to a service on behalf of a signed-in member (RFC
/// 7519, HS256).
@ApplicationScoped
public class ServiceTokens {

  static final String ISSUER = "competitoriq";
  static final String WORKSPACE_CLAIM = "ws";

  /// Whom the tokens are for: the services of this installation, nobody else (RFC 8725, 3.9).
  static final String AUDIENCE = "competitoriq-services";

  /// What kind of token it is, so that no other kind passes for it (RFC 8725, 3.11).
  static final String TYPE = "ciq-service+jwt";

  static final Duration LIFETIME = Duration.ofMinutes(5);

  private final TenancyConfig config;

  ServiceTokens(TenancyConfig config) {
    this.config = config;
  }

  /// A token valid for five minutes, without the `Bearer` prefix.
  public String issue(UUID workspaceId, UUID memberId, Role role) {
    return Jwt.issuer(ISSUER)
        .subject(memberId.toString())
        .claim(WORKSPACE_CLAIM, workspaceId.toString())
        .groups(role.included())
        .audience(AUDIENCE)
        .expiresIn(LIFETIME)
        .jws()
        .type(TYPE)
        .signWithSecret(config.secret());
  }
}
