package io.competitoriq.gateway.oidc;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.competitoriq.gateway.session.AuthConfig;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/// Which ways there are to sign in: what the sign-in page shows.
@Path("/api/v1/sign-in-methods")
public class SignInMethodsResource {

  private final AuthConfig auth;
  private final OidcConfig config;

  SignInMethodsResource(AuthConfig auth, OidcConfig config) {
    this.auth = auth;
    this.config = config;
  }

  /// @param provider left out where there is none
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MethodsView(boolean password, @Nullable ProviderView provider) {}

  /// @param name what people call it
  /// @param startAt where the browser goes
  record ProviderView(String name, String startAt) {}

  @GET
  public MethodsView methods() {
    return new MethodsView(
        auth.mode().passwords(),
        auth.mode().provider() ? new ProviderView(config.name(), "/api/v1/session/oidc") : null);
  }
}
