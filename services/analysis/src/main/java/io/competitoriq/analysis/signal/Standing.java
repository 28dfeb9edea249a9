package io.competitoriq.analysis.signal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a signal stands with the people: what an act of triage changes and an undo brings back.
@JsonIgnoreProperties(ignoreUnknown = true)
record Standing(Triage triage, @Nullable Until until, @Nullable UUID assignee) {

  Standing decided(Triage next, @Nullable Until nextUntil) {
    return new Standing(next, nextUntil, assignee);
  }

  Standing assigned(@Nullable UUID member) {
    return new Standing(triage, until, member);
  }
}
