package io.competitoriq.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher as the script starts it: a process of its own.
class LauncherTest {

  @TempDir Path home;

  @Test
  void aSecondStartWithTheSameDataIsRefused() throws Exception {
    // Given
    Files.createDirectories(home.resolve("run"));
    try (FileChannel first =
            FileChannel.open(
                home.resolve("run/launcher.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = first.lock()) {
      // When
      Ended second = launch("up");
      // Then
      assertThat(second.exit()).isEqualTo(75);
      assertThat(second.output()).contains("already running", "./ciq down");
    }
  }

  @Test
  void anUnbuiltServiceIsNamed() throws Exception {
    // When
    Ended ended = launch("up");
    // Then
    assertThat(ended.exit()).isEqualTo(69);
    assertThat(ended.output()).contains("The service gateway is not built: run ./ciq up");
    assertThat(home.resolve("run/launcher.pid")).doesNotExist();
    assertThat(home.resolve("run/state.json")).doesNotExist();
  }

  @Test
  void statusOfNothingSaysSo() throws Exception {
    Ended ended = launch("status");
    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.output()).contains("CompetitorIQ is not running");
  }

  private record Ended(int exit, String output) {}

  private Ended launch(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-Dciq.root=" + home.resolve("no-sources"),
                    "-Dciq.home=" + home,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Launcher.class.getName(),
                    command))
            .redirectErrorStream(true)
            .start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
