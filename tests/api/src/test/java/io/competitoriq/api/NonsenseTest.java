package io.competitoriq.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.api.document.ApiDocument;
import io.competitoriq.api.fuzz.Fuzz;
import io.competitoriq.api.workspace.Installation;
import io.competitoriq.api.workspace.Playground;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// Whatever is asked, the API answers: what makes sense as its document says, what makes none with
/// a problem that says so and tells nothing of what is inside. `./ciq bench fuzz` asks more.
class NonsenseTest {

  private static final int REQUESTS = 600;
  private static final long SEED = 20261127;

  @Test
  void nonsenseIsRefusedAndSenseIsAnsweredAsDocumented() throws SQLException, IOException {
    var installation = Installation.running();
    var document =
        ApiDocument.of(
            Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize());
    try (var playground = new Playground(installation, document)) {
      var fuzz =
          new Fuzz(installation, document, playground.workspace(), playground.cookie(), SEED);

      var findings = fuzz.run(0, REQUESTS);

      System.out.printf(
          "%d requests to %d operations: %s%n",
          findings.requests(), findings.operations(), findings.byStatus());
      assertThat(findings.faults()).isEmpty();
      assertThat(findings.operations()).isGreaterThan(190);
    }
  }
}
