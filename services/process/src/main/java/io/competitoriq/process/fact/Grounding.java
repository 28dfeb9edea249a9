package io.competitoriq.process.fact;

import io.competitoriq.http.Ids;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.Side;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteCheck;
import io.competitoriq.process.evidence.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact's evidence, each quote once, and its details tied to it. A detail whose quote does not
/// hold is left out.
///
/// @param verified whether the words that carry the fact itself stand in the text
public record Grounding(List<Evidence> evidence, List<DetailView> details, boolean verified) {

  public static Grounding of(FactDraft draft, Version now) {
    Map<Quote, Evidence> byQuote = new HashMap<>();
    List<Evidence> evidence = new ArrayList<>();
    boolean verified = draft.quote() != null && add(draft.quote(), now, byQuote, evidence);
    List<DetailView> details = new ArrayList<>();
    for (Detail detail : draft.details()) {
      Quote quote = detail.quote();
      if (quote == null || add(quote, now, byQuote, evidence)) {
        details.add(view(detail, quote == null ? null : byQuote.get(quote)));
      }
    }
    return new Grounding(List.copyOf(evidence), List.copyOf(details), verified);
  }

  /// Evidence of the fact itself is kept either way, so that a reader sees what did not hold.
  private static boolean add(
      Quote quote, Version now, Map<Quote, Evidence> byQuote, List<Evidence> evidence) {
    Evidence known = byQuote.get(quote);
    if (known != null) {
      return known.verified();
    }
    Evidence fresh = QuoteCheck.evidence(Side.AFTER, now, quote, Ids::next);
    if (fresh.verified() || evidence.isEmpty()) {
      byQuote.put(quote, fresh);
      evidence.add(fresh);
    }
    return fresh.verified();
  }

  private static DetailView view(Detail detail, @Nullable Evidence evidence) {
    UUID id = evidence == null ? null : evidence.id();
    return new DetailView(
        detail.kind(), detail.text(), detail.amountMinor(), detail.currency(), id);
  }
}
