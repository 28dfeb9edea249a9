package io.competitoriq.analysis.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Lets a test of another package run the sweep now instead of within ten minutes.
@ApplicationScoped
public class BatchSweep {

  private final AbandonedBatches abandoned;

  BatchSweep(AbandonedBatches abandoned) {
    this.abandoned = abandoned;
  }

  public void now() {
    abandoned.sweep().await().atMost(Duration.ofSeconds(10));
  }
}
