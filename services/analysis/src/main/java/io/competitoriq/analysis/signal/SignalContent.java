package io.competitoriq.analysis.signal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.TextChange;
import java.util.List;

/// The part of a signal that is read whole: stored as one JSON document.
@JsonIgnoreProperties(ignoreUnknown = true)
record SignalContent(List<FactChange> facts, List<TextChange> texts, List<String> reasons) {

  SignalContent {
    facts = List.copyOf(facts);
    texts = List.copyOf(texts);
    reasons = List.copyOf(reasons);
  }
}
