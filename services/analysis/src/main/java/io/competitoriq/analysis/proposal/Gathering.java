package io.competitoriq.analysis.proposal;

import io.competitoriq.analysis.battlecard.Drafts;
import io.competitoriq.analysis.battlecard.Section;
import io.competitoriq.analysis.factbook.FactBook;
import io.competitoriq.analysis.signal.SignalQuery;
import io.competitoriq.analysis.signal.Signals;
import io.competitoriq.http.Problems;
import io.competitoriq.messages.FactKind;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Brings together what a proposal can be made from.
@ApplicationScoped
class Gathering {

  private static final Duration RECENT = Duration.ofDays(90);
  private static final int MOST_SIGNALS = 40;
  private static final UUID NOBODY = new UUID(0, 0);

  /// What prose can have been read from.
  private static final List<FactKind> KINDS =
      List.of(
          FactKind.PRICE,
          FactKind.PLAN,
          FactKind.FEATURE,
          FactKind.PERSON,
          FactKind.JOB_OPENING,
          FactKind.POST);

  private final Drafts drafts;
  private final Signals signals;
  private final FactBook book;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Gathering(
      Drafts drafts,
      Signals signals,
      FactBook book,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.drafts = drafts;
    this.signals = signals;
    this.book = book;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @throws io.competitoriq.http.ProblemException 404 without such a card or section; 503 when the
  ///   facts cannot be looked up: what they contradict could not be told
  Uni<Material> of(UUID workspaceId, UUID cardId, UUID sectionId) {
    return transactions
        .in(workspaceId, tx -> drafts.snapshot(tx, cardId))
        .chain(
            draft -> {
              Section section = section(draft, sectionId);
              return signals
                  .newest(workspaceId, query(draft.competitorId()), NOBODY, MOST_SIGNALS)
                  .chain(
                      found ->
                          book.current(workspaceId, draft.competitorId(), KINDS)
                              .map(facts -> new Material(cardId, section, found, facts)));
            });
  }

  private SignalQuery query(UUID competitorId) {
    return new SignalQuery(
        competitorId.toString(),
        List.of(),
        List.of(),
        List.of(),
        null,
        clock.instant().minus(RECENT).toString(),
        null,
        null,
        null,
        true);
  }

  private static Section section(Drafts.Snapshot draft, UUID sectionId) {
    return draft.sections().stream()
        .filter(section -> section.id().equals(sectionId))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.notFound(
                    "section-not-found", "The card has no section " + sectionId + "."));
  }
}
