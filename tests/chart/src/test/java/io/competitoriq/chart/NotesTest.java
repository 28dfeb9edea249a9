package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.chart.Chart.Environment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What an operator reads after the installation.
class NotesTest {

  @Test
  void developmentIsToldHowToLookAtIt() {
    assertThat(notes(Environment.DEV))
        .contains("port-forward svc/competitoriq-gateway 8080:8080")
        .contains("The first visitor sets the installation up")
        .contains("autoscaling.engine is none")
        .contains("no alerts and no objectives")
        .contains("helm rollback competitoriq");
  }

  @Test
  void stagingIsWarnedOfBuiltInAccounts() {
    assertThat(notes(Environment.STAGING))
        .contains("Open https://staging.competitoriq.example")
        .contains("WARNING: built-in accounts outside dev")
        .contains("workers scale by KEDA");
  }

  @Test
  void productionIsToldWhereToSignIn() {
    assertThat(notes(Environment.PROD))
        .contains("Open https://competitoriq.example")
        .contains("People sign in through https://id.example/realms/competitoriq")
        .doesNotContain("WARNING");
  }

  private static String notes(Environment environment) {
    var install =
        Chart.helm()
            .install()
            .clientOnly()
            .dryRun()
            .withName("competitoriq")
            .withNamespace("competitoriq")
            .withKubeVersion("1.34.0");
    if (environment != Environment.DEV) {
      install.withValuesFile(Chart.folder().resolve("values-" + environment.lower() + ".yaml"));
    }
    install.withValuesFile(
        Path.of("src/test/resources/operator", environment.lower() + ".yaml").toAbsolutePath());
    return install.debug().call().getOutput();
  }
}
