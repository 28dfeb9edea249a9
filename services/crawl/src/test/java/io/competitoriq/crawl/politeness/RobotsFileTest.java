package io.competitoriq.crawl.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.crawl.politeness.RobotsCases.Check;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a robots.txt means to us.
class RobotsFileTest {
  private static final URI PAGE = URI.create("https://shop.example/private/x");

  static List<Check> published() throws IOException {
    return RobotsCases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("published")
  void publishedCaseHolds(Check check) {
    switch (check.verb()) {
      case "allow" -> assertThat(check.file().allows(check.address())).isTrue();
      case "deny" -> assertThat(check.file().allows(check.address())).isFalse();
      default ->
          assertThat(check.file().crawlDelay().orElse(Duration.ZERO).toMillis())
              .isEqualTo(Long.parseLong(check.object()));
    }
  }

  @Test
  void publishedCasesAreMany() throws IOException {
    assertThat(RobotsCases.all()).hasSizeGreaterThan(200);
  }

  @Test
  void rulesBeyond500KibAreNotRead() {
    // Given
    String padding = "# nothing to see here\n".repeat(RobotsFile.MOST_BYTES / 22 + 1);
    String rules = "User-agent: *\nDisallow: /private\n";
    // Then
    assertThat(read(rules + padding).allows(PAGE)).isFalse();
    assertThat(read(padding + rules).allows(PAGE)).isTrue();
  }

  @Test
  void lineThatWasCutIsNoRule() {
    // Given: the cut falls behind "Disallow: /"
    String head = "User-agent: *\n";
    String rule = "Disallow: /nowhere\n";
    String padding = "#".repeat(RobotsFile.MOST_BYTES - head.length() - 12) + "\n";
    String file = head + padding + rule;
    assertThat(file.substring(0, RobotsFile.MOST_BYTES)).endsWith("Disallow: /");
    // Then
    assertThat(read(file).allows(PAGE)).isTrue();
    assertThat(read(file.substring(0, RobotsFile.MOST_BYTES)).allows(PAGE)).isTrue();
  }

  @Test
  void fileOfRubbishForbidsNothing() {
    assertThat(read("\0\1\2\uffff".repeat(10_000)).allows(PAGE)).isTrue();
    assertThat(read("Disallow: /\n".repeat(10_000)).allows(PAGE)).isTrue();
  }

  private static RobotsFile read(String text) {
    return RobotsFile.read(text.getBytes(StandardCharsets.UTF_8), "text/plain", "CompetitorIQBot");
  }
}
