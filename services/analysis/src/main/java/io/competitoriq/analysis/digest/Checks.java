package io.competitoriq.analysis.digest;

import io.competitoriq.analysis.digest.StoryRows.Watched;
import io.competitoriq.analysis.directory.CompetitorCards;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.ServiceTokens;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/// Asks what was looked at in a period, so that "nothing changed" is more than silence.
@ApplicationScoped
class Checks {

  private static final Logger LOG = Logger.getLogger(Checks.class);
  private static final UUID NOBODY = new UUID(0, 0);
  private static final int MOST_COMPETITORS = 500;

  private final CrawlClient crawl;
  private final CompetitorCards cards;
  private final StoryRows stories;
  private final ServiceTokens tokens;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Checks(
      @RestClient CrawlClient crawl,
      CompetitorCards cards,
      StoryRows stories,
      ServiceTokens tokens,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.crawl = crawl;
    this.cards = cards;
    this.stories = stories;
    this.tokens = tokens;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Empty when the crawl service could not be asked. Never fails. Names and tags of competitors
  /// are fresh afterwards, as far as they could be asked for.
  Uni<Optional<Checked>> of(UUID workspaceId, Selection selection, Instant from, Instant to) {
    return cards
        .refresh(workspaceId)
        .chain(() -> competitors(workspaceId, selection))
        .chain(ids -> ask(workspaceId, new CrawlClient.Period(ids, from, to)))
        .map(Optional::of)
        .onFailure()
        .invoke(
            failure -> LOG.warnf("visits not asked workspace=%s error=%s", workspaceId, failure))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  private Uni<Checked> ask(UUID workspaceId, CrawlClient.Period period) {
    return crawl.checked("Bearer " + tokens.issue(workspaceId, NOBODY, Role.VIEWER), period);
  }

  /// Tags are known here, not in crawl.
  private Uni<Collection<UUID>> competitors(UUID workspaceId, Selection selection) {
    if (selection.everybody()) {
      return Uni.createFrom().item(List.of());
    }
    return transactions
        .in(workspaceId, tx -> stories.watched(tx, selection, clock.instant()))
        .map(watched -> union(selection, watched));
  }

  private static Collection<UUID> union(Selection selection, List<Watched> watched) {
    Set<UUID> ids = new HashSet<>(selection.competitorIds());
    watched.forEach(each -> ids.add(each.id()));
    // A tag nobody carries is about nobody, not about everybody.
    return ids.isEmpty() ? List.of(NOBODY) : ids.stream().limit(MOST_COMPETITORS).toList();
  }
}
