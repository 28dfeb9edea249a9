package io.competitoriq.analysis.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Lets a test of another package run the sweep now instead of within the minute.
@ApplicationScoped
public class Sweep {

  private final AbandonedAssessments abandoned;

  Sweep(AbandonedAssessments abandoned) {
    this.abandoned = abandoned;
  }

  public void now() {
    abandoned.sweep().await().atMost(Duration.ofSeconds(10));
  }
}
