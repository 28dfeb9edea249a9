package io.competitoriq.analysis.assessment;

import io.competitoriq.analysis.model.ModelReply;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of assessing a signal.
public sealed interface Verdict {

  /// Nothing to do: there is an assessment already.
  record Already() implements Verdict {}

  /// The assessment is final, good or bad; to be committed.
  ///
  /// @param call null when the answer came from the cache or nobody was asked
  record Settled(Inquiry inquiry, String model, Conclusion conclusion, @Nullable ModelReply call)
      implements Verdict {}

  /// The model may well answer later.
  ///
  /// @param call null when the model was not asked
  record Later(Inquiry inquiry, String reason, Optional<Duration> after, @Nullable ModelReply call)
      implements Verdict {}

  /// The model does not answer anybody at the moment; nothing was asked.
  record Paused(Duration after) implements Verdict {}
}
