package io.competitoriq.crawl.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.crawl.standin.ProcessStandIn;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The way over all sources of all workspaces.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
class JanitorPassTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject BlobStore blobs;
  @Inject Janitor janitor;
  private ProcessStandIn process;
  private Shelf shelf;

  @BeforeEach
  void open() {
    process = new ProcessStandIn();
    shelf = Shelf.of(blobs);
    shelf.rule(2, true, 30);
  }

  @AfterEach
  void close() {
    process.close();
  }

  @Test
  void aPassTakesEverySourceOnceAndTheNextOneTakesItAgain() {
    // Given
    shelf.spare("pass");
    beginPass();
    // When
    List<Place> taken = wholePass();
    List<Place> tooEarly = janitor.sources().await().atMost(PATIENCE);
    beginPass();
    // Then
    assertThat(taken).contains(shelf.place()).doesNotHaveDuplicates();
    assertThat(tooEarly).isEmpty();
    assertThat(wholePass()).contains(shelf.place());
  }

  @Test
  void aLookReleasesInAllItsSources() {
    // Given
    UUID old = shelf.spare("look");
    beginPass();
    // When
    for (int looks = 0; looks < 20 && shelf.released() == 0; looks++) {
      janitor.look().await().atMost(PATIENCE);
    }
    // Then
    assertThat(shelf.bodyOf(old)).isEqualTo(410);
  }

  private List<Place> wholePass() {
    List<Place> taken = new ArrayList<>();
    for (List<Place> some = janitor.sources().await().atMost(PATIENCE);
        !some.isEmpty();
        some = janitor.sources().await().atMost(PATIENCE)) {
      taken.addAll(some);
    }
    return taken;
  }

  private static void beginPass() {
    TestDatabase.execute("update crawl.retention_pass set after = null, begun_at = '-infinity'");
  }
}
