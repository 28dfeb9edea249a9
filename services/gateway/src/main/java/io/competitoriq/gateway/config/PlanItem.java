package io.competitoriq.gateway.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is done with one thing, and what came of it.
///
/// @param key what a document knows it by
/// @param line of the document; null for what it does not list
/// @param detail why it failed or was skipped
/// @param secret a webhook's signing secret or a feed's address, told this once
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanItem(
    Part part,
    String key,
    Act act,
    @Nullable Integer line,
    List<Change> changes,
    Outcome outcome,
    @Nullable String detail,
    @Nullable String secret) {

  /// What a document asks for.
  enum Act {
    CREATE,
    UPDATE,
    UNCHANGED,
    ARCHIVE
  }

  /// What came of it.
  enum Outcome {
    /// A dry run does nothing.
    PLANNED,
    DONE,
    FAILED,
    /// Not tried, because of something else that failed.
    SKIPPED
  }

  /// A field that is to be another.
  ///
  /// @param before null for what is made
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Change(String field, @Nullable JsonNode before, JsonNode after) {}

  static PlanItem planned(Step step) {
    return of(step, Outcome.PLANNED, null, null);
  }

  static PlanItem done(Step step, @Nullable String secret) {
    return of(step, Outcome.DONE, null, secret);
  }

  static PlanItem failed(Step step, String detail) {
    return of(step, Outcome.FAILED, detail, null);
  }

  static PlanItem skipped(Step step, String detail) {
    return of(step, Outcome.SKIPPED, detail, null);
  }

  private static PlanItem of(
      Step step, Outcome outcome, @Nullable String detail, @Nullable String secret) {
    return new PlanItem(
        step.part(), step.key(), step.act(), step.line(), step.changes(), outcome, detail, secret);
  }
}
