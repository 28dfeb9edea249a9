package io.competitoriq.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// A configuration for tests: free ports, a folder of its own.
public final class TestConfig {

  private TestConfig() {}

  public static LocalConfig at(Path home) {
    return LocalConfig.from(Set.of(), Map.of("CIQ_PORTS", "free"), home, home);
  }
}
