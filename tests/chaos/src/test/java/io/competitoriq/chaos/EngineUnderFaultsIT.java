package io.competitoriq.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The short form as a test, for a debugger: `-Dtest=EngineUnderFaultsIT` after `package`.
class EngineUnderFaultsIT {

  @Test
  void everyInvariantHoldsUnderEveryFault() throws Exception {
    var options = Options.brief(Long.getLong("chaos.seed", 1), Path.of("target/quarkus-app"));

    assertThat(Chaos.run(options).missed()).isEmpty();
  }
}
