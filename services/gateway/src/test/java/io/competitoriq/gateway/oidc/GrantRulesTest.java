package io.competitoriq.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.tenancy.Role;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrantRulesTest {

  private static final String PREFIX = "ciq.gateway.auth.oidc.";

  @Test
  void theHighestRoleCounts() {
    var rules = rules(Map.of());

    assertThat(rules.grant(Map.of("roles", List.of("ciq-viewer", "ciq-admin", "other"))))
        .contains(new Grant(Role.ADMIN, false, List.of()));
    assertThat(rules.grant(Map.of("roles", "ciq-viewer")))
        .contains(new Grant(Role.VIEWER, false, List.of()));
  }

  @Test
  void theQueuesAreNobodysByRole() {
    var rules = rules(Map.of());

    assertThat(rules.grant(Map.of("roles", List.of("ciq-queue-admin")))).isEmpty();
    assertThat(rules.grant(Map.of("roles", List.of("ciq-queue-admin", "ciq-viewer"))))
        .contains(new Grant(Role.VIEWER, true, List.of()));
  }

  @Test
  void withoutAKnownValueThereIsNoRole() {
    var rules = rules(Map.of());

    assertThat(rules.grant(Map.of())).isEmpty();
    assertThat(rules.grant(Map.of("roles", List.of("CIQ-OWNER", 7)))).isEmpty();
    assertThat(rules.grant(Map.of("roles", Map.of("ciq-owner", true)))).isEmpty();
  }

  @Test
  void aDotLeadsIntoAnObjectUnlessTheClaimsOwnNameHasOne() {
    var rules = rules(Map.of("roles-claim", "realm_access.roles"));

    assertThat(rules.grant(Map.of("realm_access", Map.of("roles", List.of("ciq-owner")))))
        .map(Grant::role)
        .contains(Role.OWNER);
    assertThat(rules.grant(Map.of("realm_access.roles", List.of("ciq-analyst"))))
        .map(Grant::role)
        .contains(Role.ANALYST);
    assertThat(rules.grant(Map.of("realm_access", "ciq-owner"))).isEmpty();
  }

  @Test
  void whereAClaimNamesTheWorkspacesNobodyIsInTheDefaultOne() {
    var rules = rules(Map.of("workspace-claim", "teams", "workspace", "Everybody"));

    assertThat(rules.grant(Map.of("roles", "ciq-owner"))).isEmpty();
    assertThat(rules.grant(Map.of("roles", "ciq-owner", "teams", List.of("North", "South"))))
        .map(Grant::workspaces)
        .isEqualTo(Optional.of(List.of("North", "South")));
  }

  @Test
  void withoutSuchAClaimTheDefaultOneIsEverybodys() {
    var rules = rules(Map.of("workspace", "Everybody"));

    assertThat(rules.grant(Map.of("roles", "ciq-owner")))
        .map(Grant::workspaces)
        .isEqualTo(Optional.of(List.of("Everybody")));
  }

  private static GrantRules rules(Map<String, String> settings) {
    var builder = new SmallRyeConfigBuilder().withMapping(OidcConfig.class);
    settings.forEach((key, value) -> builder.withDefaultValue(PREFIX + key, value));
    return new GrantRules(builder.build().getConfigMapping(OidcConfig.class));
  }
}
