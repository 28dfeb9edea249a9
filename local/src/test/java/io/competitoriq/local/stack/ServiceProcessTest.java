package io.competitoriq.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.local.LocalConfig;
import io.competitoriq.local.Progress;
import io.competitoriq.local.Service;
import io.competitoriq.local.TestConfig;
import io.competitoriq.local.stack.RunState.Condition;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path home;
  private LocalConfig config;
  private ServiceProcess service;

  @BeforeEach
  void start() throws Exception {
    config = TestConfig.at(home);
    Files.createDirectories(config.logs());
    service =
        new ServiceProcess(
            Service.CRAWL,
            config,
            this::launch,
            Clock.systemUTC(),
            new Progress(new PrintStream(OutputStream.nullOutputStream())),
            () -> {});
    service.start();
    assertThat(service.ready(PATIENCE).get()).isTrue();
  }

  @AfterEach
  void stop() {
    service.askToStop();
    service.awaitEnd(PATIENCE);
  }

  @Test
  void aKilledServiceIsStartedAgain() {
    // Given
    long first = service.state().pid();
    // When
    ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
    // Then
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                service.state().pid() != first && service.state().condition() == Condition.RUNNING);
    assertThat(service.state().restarts()).isEqualTo(1);
    assertThat(new PidFiles(config.run()).find("crawl").orElseThrow().pid())
        .isEqualTo(service.state().pid());
  }

  @Test
  void aStoppedServiceStaysStopped() {
    // When
    service.askToStop();
    service.awaitEnd(PATIENCE);
    // Then
    assertThat(service.alive()).isFalse();
    assertThat(service.state().restarts()).isZero();
    assertThat(new PidFiles(config.run()).find("crawl")).isEmpty();
  }

  private ServiceProcess.Launch launch() {
    return new ServiceProcess.Launch(
        List.of(
            ServiceCommand.java(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            StubService.class.getName()),
        Map.of("CIQ_MANAGEMENT_PORT", "" + config.ports().management(Service.CRAWL)),
        home);
  }
}
