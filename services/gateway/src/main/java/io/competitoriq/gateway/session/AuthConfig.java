package io.competitoriq.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Which ways there are to sign in.
@ConfigMapping(prefix = "ciq.gateway.auth")
public interface AuthConfig {

  @WithDefault("builtin")
  Mode mode();

  /// The ways to sign in.
  enum Mode {
    /// With an e-mail address and a password that are kept here.
    BUILTIN,
    /// Through an OpenID Connect provider, and in no other way.
    OIDC,
    /// Either way.
    BOTH;

    public boolean passwords() {
      return this != OIDC;
    }

    public boolean provider() {
      return this != BUILTIN;
    }
  }
}
