package io.competitoriq.tenancy;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Short internal tokens: what the gateway shows to a service on behalf of a signed-in member (RFC
/// 7519, HS256).
@ApplicationScoped
public class ServiceTokens {

  static final String ISSUER = "competitoriq";
  static final String WORKSPACE_CLAIM = "ws";
  static final String ACTOR_CLAIM = "act";

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final TenancyConfig config;

  ServiceTokens(TenancyConfig config) {
    this.config = config;
  }

  /// A token valid for five minutes, without the `Bearer` prefix.
  public String issue(UUID workspaceId, UUID memberId, Role role) {
    return issue(workspaceId, memberId, role, Optional.empty());
  }

  /// The same for a program that acts for the member.
  ///
  /// @param actor who really acts, such as `api-key:<id>`: the claim `act` (RFC 8693, 4.1)
  public String issue(UUID workspaceId, UUID memberId, Role role, Optional<String> actor) {
    JwtClaimsBuilder token =
        Jwt.issuer(ISSUER)
            .subject(memberId.toString())
            .claim(WORKSPACE_CLAIM, workspaceId.toString())
            .groups(role.included())
            .expiresIn(LIFETIME);
    actor.ifPresent(who -> token.claim(ACTOR_CLAIM, Map.of("sub", who)));
    return token.signWithSecret(config.secret());
  }
}
