package io.competitoriq.analysis.signal;

import io.competitoriq.analysis.assessment.AssessmentState;
import io.competitoriq.analysis.assessment.AssessmentView;
import io.competitoriq.messages.Category;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A signal as people see it.
///
/// @param significance 0..100 by rules; a model never changes it
/// @param confidence 0..1 that the change is as told
/// @param brief what the rules make of it: stands where there is no assessment
/// @param reasons how the significance came about, one sentence per factor
/// @param until with SNOOZED always, with MUTED perhaps: what ends it
/// @param assignee the member who looks after it
/// @param mutedBy the muted signal because of which this one arrived muted
/// @param comments how many there are
/// @param scored true once a model's assessment stands beside the rules' score
/// @param version for `If-Match`
public record SignalView(
    UUID id,
    UUID competitorId,
    UUID sourceId,
    UUID changeId,
    UUID documentId,
    URI url,
    SourceKind sourceKind,
    String pageTitle,
    Category category,
    String headline,
    String summary,
    Brief brief,
    int significance,
    Severity severity,
    double confidence,
    List<String> reasons,
    Instant occurredAt,
    Instant detectedAt,
    Triage triage,
    @Nullable Until until,
    @Nullable UUID assignee,
    @Nullable UUID mutedBy,
    @Nullable StoryMark story,
    int comments,
    boolean scored,
    List<FactChange> facts,
    List<TextChange> texts,
    List<Evidence> evidence,
    @Nullable AssessmentView assessment,
    long version) {

  static SignalView of(Signal row, Surroundings.Around around) {
    AssessmentView assessment = around.assessment();
    Standing standing = row.standing();
    return new SignalView(
        row.id,
        row.competitorId,
        row.sourceId,
        row.changeId,
        row.documentId,
        URI.create(row.url),
        row.sourceKind,
        row.pageTitle,
        row.category,
        row.headline,
        row.summary,
        Brief.of(row.category, row.sourceKind, row.pageTitle, row.content),
        row.significance,
        row.severity,
        row.confidence,
        row.content.reasons(),
        row.occurredAt,
        row.detectedAt,
        row.triage,
        standing.until(),
        row.assignee,
        row.mutedBy,
        around.story(),
        around.comments(),
        assessment != null && assessment.state() == AssessmentState.DONE,
        row.content.facts(),
        row.content.texts(),
        around.evidence(),
        assessment,
        row.version);
  }
}
