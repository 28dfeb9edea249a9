package io.competitoriq.testkit;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Internal tokens as the gateway would issue them.
public final class TestTokens {

  private static final List<String> ASCENDING = List.of("viewer", "analyst", "admin", "owner");

  private TestTokens() {}

  /// An `Authorization` header value for a member of the workspace.
  ///
  /// @param role `viewer`, `analyst`, `admin` or `owner`; lower roles are included
  public static String bearer(UUID workspaceId, String role) {
    return bearer(workspaceId, new UUID(0, 1), role);
  }

  /// The same for a given member.
  public static String bearer(UUID workspaceId, UUID memberId, String... roles) {
    Set<String> groups = new LinkedHashSet<>();
    Arrays.stream(roles)
        .forEach(role -> groups.addAll(ASCENDING.subList(0, ASCENDING.indexOf(role) + 1)));
    return "Bearer "
        + Jwt.issuer("competitoriq")
            .subject(memberId.toString())
            .claim("ws", workspaceId.toString())
            .groups(groups)
            .audience("competitoriq-services")
            .expiresIn(Duration.ofMinutes(5))
            .jws()
            .type("ciq-service+jwt")
            .signWithSecret(TestDatabase.SECRET);
  }
}
