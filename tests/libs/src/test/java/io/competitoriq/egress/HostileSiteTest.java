package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever a site sends, what we hold of it is bounded.
class HostileSiteTest {
  /// Five bodies of the default cap, 8 MiB, while they are read and unpacked, and the rest.
  private static final String MEMORY = "-Xmx112m";

  @Test
  void moreThanAnybodyCanHoldIsGivenUpInLittleMemory() throws Exception {
    // Given
    try (HostileSite site = new HostileSite()) {
      // When
      List<String> lines = visits(site.port());
      // Then
      List<String> outcomes = lines.stream().filter(it -> it.startsWith("outcome")).toList();
      System.out.printf(
          "Hostile bodies: %d visits in %s, 5 at once; MiB of heap %s at the end%n",
          outcomes.size(), MEMORY, lines.getLast());
      assertThat(outcomes)
          .hasSize(HostileSite.paths().size() * 10)
          .allMatch(it -> it.endsWith(" TOO_LARGE"));
      assertThat(Integer.parseInt(lines.getLast().substring(5))).isLessThan(40);
    }
  }

  private static List<String> visits(int port) throws IOException, InterruptedException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                HostileVisits.class.getName(),
                String.valueOf(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("the process ends by itself, having said: " + output).isZero();
    return output
        .lines()
        .filter(line -> line.startsWith("outcome") || line.startsWith("left"))
        .toList();
  }
}
