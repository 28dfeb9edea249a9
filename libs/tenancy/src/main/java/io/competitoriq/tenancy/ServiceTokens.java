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

  /// Whom the tokens are for: the services of this installation, nobody else (RFC 8725, 3.9).
  static final String AUDIENCE = "competitoriq-services";

  /// What kind of token it is, so that no other kind passes for it (RFC 8725, 3.11).
  static final String TYPE = "ciq-service+jwt";

  /// With [#CLOCK_SKEW] a minute: so long may a role that was lowered hold in a token that is out.
  static final Duration LIFETIME = Duration.ofSeconds(40);

  /// What a service takes at most, whatever a signer says.
  static final Duration LONGEST = Duration.ofMinutes(5);

  /// How far the clocks of two machines may be apart.
  static final Duration CLOCK_SKEW = Duration.ofSeconds(20);

  private final TenancyConfig config;

  ServiceTokens(TenancyConfig config) {
    this.config = config;
  }

  /// A token valid for less than a minute, without the `Bearer` prefix.
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
            .audience(AUDIENCE)
            .expiresIn(LIFETIME);
    actor.ifPresent(who -> token.claim(ACTOR_CLAIM, Map.of("sub", who)));
    return token.jws().type(TYPE).signWithSecret(config.secret());
  }
}
