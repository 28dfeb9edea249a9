package io.competitoriq.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/// How long a browser stays signed in, and how fast passwords may be guessed.
@ConfigMapping(prefix = "ciq.gateway")
public interface SessionConfig {

  /// Where people reach this installation. With `https`, the session cookie is never sent in clear.
  URI publicUrl();

  Session session();

  SignIn signIn();

  Shared shared();

  /// How fast shared links may be opened from one address.
  interface Shared {
    /// Openings before it has to wait.
    @WithDefault("60")
    @Min(1)
    int addressBurst();

    /// How often it gets one more.
    @WithDefault("PT1S")
    Duration addressRefill();
  }

  /// Life of a session.
  interface Session {
    /// Signed out after this long without a request.
    @WithDefault("PT12H")
    Duration idle();

    /// Signed out after this long in any case.
    @WithDefault("P7D")
    Duration lifetime();

    /// So long after signing in nobody is asked once more who they are before something that cannot
    /// be undone.
    @WithDefault("PT10M")
    Duration fresh();
  }

  /// Two token buckets: one per account and address, one per address alone.
  interface SignIn {
    /// Attempts at one account from one address before it has to wait.
    @WithDefault("5")
    @Min(1)
    int accountBurst();

    /// How often that account and address get one more attempt.
    @WithDefault("PT1M")
    Duration accountRefill();

    /// Attempts from one address, at whatever accounts, before it has to wait.
    @WithDefault("50")
    @Min(1)
    int addressBurst();

    /// How often that address gets one more attempt.
    @WithDefault("PT5S")
    Duration addressRefill();
  }
}
