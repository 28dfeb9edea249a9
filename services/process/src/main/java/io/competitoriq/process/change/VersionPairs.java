package io.competitoriq.process.change;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.document.StoredPages;
import io.competitoriq.process.ignore.EffectiveRules;
import io.competitoriq.process.ignore.IgnoreRules;
import io.competitoriq.process.ignore.Ignoring;
import io.competitoriq.process.noise.Sightings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Loads what comparing two stored versions of a source takes.
@ApplicationScoped
public class VersionPairs {

  private final Documents documents;
  private final Sightings sightings;
  private final IgnoreRules rules;
  private final StoredPages pages;

  VersionPairs(Documents documents, Sightings sightings, IgnoreRules rules, StoredPages pages) {
    this.documents = documents;
    this.sightings = sightings;
    this.rules = rules;
    this.pages = pages;
  }

  /// In the caller's transaction; the pages, if rules need them, come with [#withPages] after it.
  ///
  /// @param told ids of blocks that a change speaks of
  public Uni<VersionPair> load(
      Mutiny.Session session, UUID sourceId, UUID fromId, UUID toId, Set<String> told) {
    return documents
        .version(fromId)
        .chain(
            from ->
                documents
                    .version(toId)
                    .chain(
                        to ->
                            documents
                                .pageClass(toId)
                                .chain(
                                    kind ->
                                        sightings
                                            .of(session, sourceId)
                                            .map(
                                                seen ->
                                                    new VersionPair(
                                                        from,
                                                        to,
                                                        kind.isListing(),
                                                        seen,
                                                        told,
                                                        Ignoring.nothing())))))
        .chain(
            pair ->
                rules
                    .effective(session, sourceId)
                    .map(EffectiveRules::rules)
                    .map(Ignoring::of)
                    .map(pair::with));
  }

  /// Outside of transactions: bodies may come from far away.
  public Uni<VersionPair> withPages(UUID workspaceId, VersionPair pair) {
    return pair.ignoring().needsPages()
        ? page(workspaceId, pair.from().documentId())
            .map(page -> page.map(pair.ignoring()::before).orElse(pair.ignoring()))
            .chain(
                old ->
                    page(workspaceId, pair.to().documentId())
                        .map(page -> page.map(old::after).orElse(old)))
            .map(pair::with)
        : Uni.createFrom().item(pair);
  }

  private Uni<Optional<Content>> page(UUID workspaceId, UUID documentId) {
    return pages.content(workspaceId, documentId);
  }
}
