package io.competitoriq.analysis.battlecard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Lets a test of another package look at due cards now instead of within seconds.
@ApplicationScoped
public class CardSweep {

  private final StalenessSweep sweep;

  CardSweep(StalenessSweep sweep) {
    this.sweep = sweep;
  }

  public void now() {
    sweep.sweep().await().atMost(Duration.ofSeconds(10));
  }
}
