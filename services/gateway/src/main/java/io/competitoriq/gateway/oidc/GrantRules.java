package io.competitoriq.gateway.oidc;

import io.competitoriq.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a provider's claims mean here. A pure decision over the configuration and the claims.
@ApplicationScoped
class GrantRules {

  private final OidcConfig config;

  GrantRules(OidcConfig config) {
    this.config = config;
  }

  /// Empty when the person has no role here, or where workspaces go by a claim, no workspace.
  Optional<Grant> grant(Map<String, Object> claims) {
    List<String> values = texts(claims, config.rolesClaim());
    List<String> workspaces = workspaces(claims);
    if (config.workspaceClaim().isPresent() && workspaces.isEmpty()) {
      return Optional.empty();
    }
    return role(values)
        .map(role -> new Grant(role, any(values, config.roles().queueAdmin()), workspaces));
  }

  private List<String> workspaces(Map<String, Object> claims) {
    return config
        .workspaceClaim()
        .map(claim -> texts(claims, claim))
        .orElseGet(() -> config.workspace().stream().toList());
  }

  private Optional<Role> role(List<String> values) {
    var roles = config.roles();
    if (any(values, roles.owner())) {
      return Optional.of(Role.OWNER);
    }
    if (any(values, roles.admin())) {
      return Optional.of(Role.ADMIN);
    }
    if (any(values, roles.analyst())) {
      return Optional.of(Role.ANALYST);
    }
    return any(values, roles.viewer()) ? Optional.of(Role.VIEWER) : Optional.empty();
  }

  private static boolean any(List<String> values, List<String> wanted) {
    return values.stream().anyMatch(wanted::contains);
  }

  /// The texts of a claim, be it one or a list; a claim whose own name has a dot wins over the way
  /// into an object.
  private static List<String> texts(Map<String, Object> claims, String path) {
    Object whole = claims.get(path);
    return texts(whole == null ? inside(claims, path) : whole);
  }

  private static @Nullable Object inside(Map<String, Object> claims, String path) {
    Object at = claims;
    for (String step : path.split("\\.", -1)) {
      at = at instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return at;
  }

  private static List<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case String text when !text.isBlank() -> List.of(text);
      case Collection<?> many ->
          many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }
}
