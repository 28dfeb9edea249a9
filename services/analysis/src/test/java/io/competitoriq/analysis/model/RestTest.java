package io.competitoriq.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.analysis.model.ModelReply.Paused;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What one process learns of a provider's limits.
@QuarkusTest
@WithEmbeddedServers("analysis")
class RestTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String provider = "https://api.example/v1 " + UUID.randomUUID();
  private final WorkspaceTransactions transactions;

  RestTest(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  @Test
  void holdsForAllProcessesUntilItsEndAndOfThatProviderOnly() {
    // Given
    Rest one = new Rest(provider, transactions);
    Rest another = new Rest(provider, transactions);
    Rest stranger = new Rest(provider + "-mini", transactions);
    // When
    until(one, NOW.plusSeconds(30), "Slow down.");
    // Then
    assertThat(at(another, NOW)).contains(new Paused(Duration.ofSeconds(30), "Slow down."));
    assertThat(at(another, NOW.plusSeconds(31))).isEmpty();
    assertThat(at(stranger, NOW)).isEmpty();
  }

  @Test
  void longerRestThatWasAgreedBeforeIsNotCutShort() {
    // Given
    Rest one = new Rest(provider, transactions);
    until(one, NOW.plusSeconds(900), "Quota.");
    // When
    until(new Rest(provider, transactions), NOW.plusSeconds(5), "Busy.");
    // Then
    assertThat(at(new Rest(provider, transactions), NOW).map(Paused::reason)).contains("Quota.");
  }

  private static void until(Rest rest, Instant at, String reason) {
    rest.until(at, reason).await().atMost(PATIENCE);
  }

  private static Optional<Paused> at(Rest rest, Instant now) {
    return rest.at(now).await().atMost(PATIENCE);
  }
}
