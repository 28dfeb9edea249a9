package io.competitoriq.gateway.oidc;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;

/// Gives the gateway under test an identity provider beside its own accounts: the stand-in, or
/// where `ciq.keycloak.home` names an unpacked distribution, a Keycloak.
public final class IdentityProvider implements QuarkusTestResourceLifecycleManager {

  private final Vertx vertx = Vertx.vertx();
  private final Keycloak keycloak = new Keycloak();

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    config.put("ciq.gateway.auth.mode", "both");
    config.put("ciq.gateway.auth.oidc.name", "Example ID");
    config.put("ciq.gateway.auth.oidc.client-id", StandInTokens.CLIENT);
    config.put("ciq.seal.keys", "test:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    config.put("ciq.egress.allow", "127.0.0.0/8");
    try {
      if (Keycloak.wanted()) {
        config.putAll(keycloak.start());
      } else {
        config.put("ciq.gateway.auth.oidc.client-secret", StandInProvider.SECRET);
        config.put("ciq.gateway.auth.oidc.issuer", new StandInProvider(vertx).listen());
      }
    } catch (Exception refused) {
      throw new IllegalStateException("no identity provider", refused);
    }
    return config;
  }

  @Override
  public void stop() {
    keycloak.stop();
    vertx.close();
  }
}
