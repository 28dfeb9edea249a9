package io.competitoriq.gateway.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// What a new password hash costs. Raising a value re-hashes each password at its next sign-in.
/// Defaults: OWASP Password Storage Cheat Sheet, Argon2id with 19 MiB.
@ConfigMapping(prefix = "ciq.gateway.password")
public interface PasswordConfig {

  /// Memory of one computation, KiB.
  @WithDefault("19456")
  @Min(1024)
  @Max(1048576)
  int memoryKib();

  /// Passes over the memory.
  @WithDefault("2")
  @Min(1)
  @Max(64)
  int iterations();

  @WithDefault("1")
  @Min(1)
  @Max(16)
  int parallelism();

  /// Passwords computed at the same time; more wait, so that a flood of sign-ins cannot take all
  /// processors and memory.
  @WithDefault("2")
  @Min(1)
  int slots();
}
