package io.competitoriq.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

  @TempDir Path run;

  @Test
  void whatTheLauncherLeftRunningIsEndedWhenItsPipeCloses() throws Exception {
    // Given
    Process service = new ProcessBuilder("sleep", "600").start();
    new PidFiles(run).write("crawl", service.pid());
    Guard guard = Guard.watch(run);
    assertThat(service.isAlive()).isTrue();
    // When
    guard.close();
    // Then
    await().atMost(Duration.ofSeconds(5)).until(() -> !service.isAlive());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ProcessHandle.of(guard.pid()).map(g -> !g.isAlive()).orElse(true));
  }

  @Test
  void afterAnOrderlyStopThereIsNothingToEnd() {
    // Given
    Guard guard = Guard.watch(run);
    // When
    guard.close();
    // Then
    await()
        .atMost(Duration.ofSeconds(3))
        .until(() -> ProcessHandle.of(guard.pid()).map(g -> !g.isAlive()).orElse(true));
  }
}
