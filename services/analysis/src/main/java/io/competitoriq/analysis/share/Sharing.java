package io.competitoriq.analysis.share;

import io.competitoriq.analysis.digest.Editions;
import io.competitoriq.analysis.directory.CompetitorCards;
import io.competitoriq.analysis.signal.SignalView;
import io.competitoriq.analysis.signal.Signals;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Reads the one thing a link is about.
@ApplicationScoped
class Sharing {

  private final Editions editions;
  private final Signals signals;
  private final CompetitorCards cards;
  private final WorkspaceTransactions transactions;

  Sharing(
      Editions editions,
      Signals signals,
      CompetitorCards cards,
      WorkspaceTransactions transactions) {
    this.editions = editions;
    this.signals = signals;
    this.cards = cards;
    this.transactions = transactions;
  }

  /// The one thing of a workspace.
  record Target(UUID workspaceId, ShareKind kind, UUID id) {}

  /// What it is called. Fails with 404 when there is no such thing.
  Uni<String> title(Target target) {
    return switch (target.kind()) {
      case EDITION ->
          editions
              .get(target.workspaceId(), target.id())
              .map(found -> found.content().name() + ": " + found.content().headline());
      case SIGNAL -> signals.get(target.workspaceId(), target.id()).map(SignalView::headline);
    };
  }

  Uni<Shared> show(Target target, String title, Instant expiresAt) {
    return switch (target.kind()) {
      case EDITION ->
          editions
              .get(target.workspaceId(), target.id())
              .map(found -> new Shared(ShareKind.EDITION, title, expiresAt, found.content(), null));
      case SIGNAL ->
          signal(target).map(found -> new Shared(ShareKind.SIGNAL, title, expiresAt, null, found));
    };
  }

  private Uni<SharedSignal> signal(Target target) {
    return transactions.in(
        target.workspaceId(),
        tx ->
            signals
                .get(target.workspaceId(), target.id())
                .chain(
                    found ->
                        cards
                            .names(tx, List.of(found.competitorId()))
                            .map(
                                names ->
                                    SharedSignal.of(
                                        found,
                                        names.getOrDefault(
                                            found.competitorId(),
                                            String.valueOf(found.url().getHost()))))));
  }
}
