package io.competitoriq.analysis.assessment;

import io.competitoriq.analysis.model.Purpose;
import java.time.Duration;
import java.util.Optional;

/// What came of assessing a signal.
public sealed interface Verdict {

  /// Nothing to do: there is an assessment already.
  record Already() implements Verdict {}

  /// The assessment is final, good or bad; to be committed.
  record Settled(Purpose purpose, String model, Conclusion conclusion) implements Verdict {}

  /// The model may well answer later.
  ///
  /// @param failure the name it gets if this was the last attempt
  record Later(Purpose purpose, String failure, String reason, Optional<Duration> after)
      implements Verdict {}

  /// The model is not asked for anybody at the moment.
  record Paused(Purpose purpose, String reason, Duration after) implements Verdict {}
}
