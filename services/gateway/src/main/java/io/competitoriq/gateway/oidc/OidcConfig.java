package io.competitoriq.gateway.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The OpenID Connect provider people sign in through, and what its claims mean here. The first
/// three have no default: with `ciq.gateway.auth.mode` other than `builtin` they must be set.
@ConfigMapping(prefix = "ciq.gateway.auth.oidc")
public interface OidcConfig {

  /// As the provider writes it in its tokens; `https`, or `http` on this machine.
  Optional<URI> issuer();

  Optional<String> clientId();

  Optional<String> clientSecret();

  /// What people call the provider: "Sign in with ...".
  @WithDefault("single sign-on")
  String name();

  @WithDefault("openid,profile,email")
  List<String> scopes();

  /// Signature algorithms an ID token may have.
  @WithDefault("RS256,PS256,ES256")
  List<String> algorithms();

  /// Claim that lists roles or groups; a dot leads into an object: `realm_access.roles`.
  @WithDefault("roles")
  String rolesClaim();

  Roles roles();

  /// Claim that names the workspaces (names or ids) of the person; none: everybody belongs to the
  /// default one.
  Optional<String> workspaceClaim();

  /// The default workspace by name or id; none: the installation's oldest. Whoever comes first as
  /// an owner founds it under this name.
  Optional<String> workspace();

  /// Whether an account made here is the provider's person with the same address, where the
  /// provider says that it has verified the address.
  @WithDefault("true")
  boolean linkVerifiedEmail();

  /// The provider is asked again, aside, when a session is used this long after the last time.
  @WithDefault("PT20S")
  Duration recheckAfter();

  /// A request waits for the provider's answer when the last one is this old: no change at the
  /// provider takes longer to hold here.
  @WithDefault("PT50S")
  Duration recheckBy();

  /// While the provider is away, sessions hold this long after its last word.
  @WithDefault("PT15M")
  Duration grace();

  /// Longest wait for one answer of the provider.
  @WithDefault("PT4S")
  Duration timeout();

  /// Values of the roles claim that mean a role here; the highest one counts.
  interface Roles {
    @WithDefault("ciq-owner")
    List<String> owner();

    @WithDefault("ciq-admin")
    List<String> admin();

    @WithDefault("ciq-analyst")
    List<String> analyst();

    @WithDefault("ciq-viewer")
    List<String> viewer();

    /// The right to operate the job queues of the installation.
    @WithDefault("ciq-queue-admin")
    List<String> queueAdmin();
  }
}
