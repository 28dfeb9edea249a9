package io.competitoriq.analysis.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question with what was said to it.
///
/// @param repeats the question it asks again
/// @param canAsk what may be asked, when this was out of scope; else empty
/// @param modelReason for a person: why no model wrote it, or how far its words can be trusted
/// @param failure the name of the reason when the model's answer came to nothing
/// @param droppedClaims claims of the model that did not stand up to what was found
/// @param tookMs how long looking and answering without a model took, milliseconds
/// @param useful how many members found it useful
/// @param notUseful how many did not
/// @param mine what the reader said of it; null when nothing
/// @param mayDelete whether the reader may take it away
public record AnswerView(
    UUID id,
    UUID conversationId,
    String question,
    UUID askedBy,
    Instant askedAt,
    String zone,
    Scope scope,
    Reading reading,
    @Nullable UUID repeats,
    Verdict verdict,
    Answer.Confidence confidence,
    String note,
    List<Answer.Claim> claims,
    List<Citation> citations,
    List<String> followUps,
    List<String> canAsk,
    Coverage coverage,
    Writer writtenBy,
    ModelState modelState,
    String modelReason,
    @Nullable String failure,
    @Nullable String model,
    int droppedClaims,
    int tookMs,
    int useful,
    int notUseful,
    @Nullable Boolean mine,
    boolean mayDelete) {

  /// A model that has not answered by then will not: its job is retried for a fraction of it.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  static AnswerView of(StoredQuestion row, FeedbackRows.Tally tally, Reader reader) {
    boolean lost =
        row.modelState == ModelState.PENDING
            && row.updatedAt.isBefore(reader.now().minus(PATIENCE));
    return new AnswerView(
        row.id,
        row.conversationId,
        row.text,
        row.askedBy,
        row.askedAt,
        row.zone,
        row.scope,
        row.reading,
        row.repeats,
        row.verdict,
        row.answer.confidence(),
        row.answer.note(),
        row.answer.claims(),
        row.answer.citations(),
        row.answer.followUps(),
        row.verdict == Verdict.OUT_OF_SCOPE ? Topic.askable() : List.of(),
        row.coverage,
        row.writtenBy,
        lost ? ModelState.FAILED : row.modelState,
        lost ? "The model's answer did not come. Ask again." : row.modelReason,
        lost ? "ABANDONED" : row.failure,
        row.model,
        row.droppedClaims,
        row.tookMs,
        tally.useful(),
        tally.notUseful(),
        tally.mine(),
        reader.admin() || row.askedBy.equals(reader.memberId()));
  }

  /// Who looks at it.
  ///
  /// @param admin whether they may take others' questions away
  record Reader(UUID memberId, boolean admin, Instant now) {}
}
