package io.competitoriq.analysis.share;

import io.competitoriq.analysis.assessment.AssessmentView;
import io.competitoriq.analysis.signal.SignalView;
import io.competitoriq.messages.Category;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A signal as an outsider sees it: what changed, what it was read from, why it counts.
///
/// @param significance 0..100 by rules
/// @param whyItMatters a model's words that stood up to the evidence; null without a model
/// @param url the competitor's page
public record SharedSignal(
    String competitor,
    Category category,
    String severity,
    int significance,
    String headline,
    String summary,
    List<Move> moves,
    List<String> reasons,
    @Nullable String whyItMatters,
    List<Quote> quotes,
    String url,
    Instant detectedAt) {

  /// An old and a new value.
  public record Move(String subject, @Nullable String before, @Nullable String after) {}

  /// A sentence it was read from.
  ///
  /// @param verified whether the stored page holds exactly these words
  public record Quote(Side side, String text, boolean verified, String url, Instant fetchedAt) {}

  static SharedSignal of(SignalView signal, String competitor) {
    AssessmentView assessment = signal.assessment();
    return new SharedSignal(
        competitor,
        signal.category(),
        signal.severity().name(),
        signal.significance(),
        signal.headline(),
        signal.summary(),
        signal.facts().stream().map(SharedSignal::move).toList(),
        signal.reasons(),
        assessment == null ? null : assessment.whyItMatters(),
        signal.evidence().stream().map(SharedSignal::quote).toList(),
        signal.url().toString(),
        signal.detectedAt());
  }

  private static Move move(FactChange fact) {
    return new Move(fact.subject(), text(fact.before()), text(fact.after()));
  }

  private static @Nullable String text(@Nullable FactValue value) {
    return value == null ? null : value.text();
  }

  private static Quote quote(Evidence evidence) {
    return new Quote(
        evidence.side(),
        evidence.quote(),
        evidence.verified(),
        evidence.url().toString(),
        evidence.fetchedAt());
  }
}
