package io.competitoriq.process.rehearsal;

import io.competitoriq.messages.ChangeKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What rules would have done to stored versions of a source: those that changed something first,
/// then the latest.
///
/// @param versions that were compared, each with the one before it
/// @param hunks differences that were news without the rules
/// @param hidden how many of them the rules cover
/// @param samples of what is hidden, the latest first, at most 20
/// @param changes past changes the rules would have silenced, wholly or in part, the latest first
/// @param coversNow texts of the newest version that the rules cover as a whole, at most 20
/// @param score against the members' own marks
public record Rehearsal(
    int versions,
    int hunks,
    int hidden,
    List<Sample> samples,
    List<SilencedChange> changes,
    List<String> coversNow,
    Score score) {

  /// A difference that would have been hidden.
  public record Sample(
      UUID fromDocumentId,
      UUID toDocumentId,
      Instant fetchedAt,
      ChangeKind kind,
      List<String> path,
      @Nullable String before,
      @Nullable String after) {}

  /// @param texts of the change
  /// @param silenced how many of them; all: the change would not have been raised
  public record SilencedChange(UUID changeId, Instant detectedAt, int texts, int silenced) {}

  /// @param notRelevant hunks that members marked as such
  /// @param relevant hunks that members marked as news
  /// @param precision share of the marked hunks it hides that are not relevant; null: it hides none
  /// @param recall share of the not relevant hunks it hides; null: there are none
  public record Score(
      int notRelevant,
      int relevant,
      int hiddenNotRelevant,
      int hiddenRelevant,
      @Nullable Double precision,
      @Nullable Double recall) {

    static Score of(int notRelevant, int relevant, int hiddenNotRelevant, int hiddenRelevant) {
      int hidden = hiddenNotRelevant + hiddenRelevant;
      return new Score(
          notRelevant,
          relevant,
          hiddenNotRelevant,
          hiddenRelevant,
          hidden == 0 ? null : (double) hiddenNotRelevant / hidden,
          notRelevant == 0 ? null : (double) hiddenNotRelevant / notRelevant);
    }
  }
}
