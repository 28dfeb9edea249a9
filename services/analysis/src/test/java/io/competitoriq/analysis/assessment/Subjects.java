package io.competitoriq.analysis.assessment;

import io.competitoriq.analysis.signal.SignalDraft;
import io.competitoriq.messages.RaiseSignal;
import java.util.UUID;

/// Signals as the assessor gets them.
final class Subjects {

  private Subjects() {}

  static Subject of(RaiseSignal change) {
    SignalDraft draft = SignalDraft.of(change);
    return new Subject(
        UUID.randomUUID(),
        change.competitorId(),
        draft.headline(),
        change.url(),
        change.sourceKind(),
        change.pageTitle(),
        change.occurredAt(),
        change.facts(),
        change.texts(),
        draft.evidence());
  }
}
