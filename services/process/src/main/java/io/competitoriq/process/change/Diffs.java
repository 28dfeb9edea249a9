package io.competitoriq.process.change;

import io.competitoriq.messages.Evidence;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.noise.Sighting;
import io.competitoriq.process.noise.Sightings;
import io.competitoriq.process.noise.Volatility;
import io.competitoriq.process.page.PageClass;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Lays the two versions of a change side by side, as they are compared today.
@ApplicationScoped
class Diffs {

  private final Changes changes;
  private final Documents documents;
  private final Sightings sightings;
  private final WorkspaceTransactions transactions;
  private final Vertx vertx;

  Diffs(
      Changes changes,
      Documents documents,
      Sightings sightings,
      WorkspaceTransactions transactions,
      Vertx vertx) {
    this.changes = changes;
    this.documents = documents;
    this.sightings = sightings;
    this.transactions = transactions;
    this.vertx = vertx;
  }

  Uni<DiffView> of(UUID workspaceId, UUID changeId) {
    return transactions.in(workspaceId, session -> load(session, changeId)).chain(this::compare);
  }

  private Uni<Pair> load(Mutiny.Session session, UUID changeId) {
    return changes
        .find(changeId)
        .chain(
            change ->
                documents
                    .version(change.fromDocumentId())
                    .chain(
                        from ->
                            documents
                                .version(change.toDocumentId())
                                .chain(to -> pair(session, change, from, to))));
  }

  private Uni<Pair> pair(Mutiny.Session session, ChangeView change, Version from, Version to) {
    return documents
        .pageClass(change.toDocumentId())
        .chain(
            pageClass ->
                sightings
                    .of(session, change.sourceId())
                    .map(seen -> new Pair(change, from, to, pageClass, seen)));
  }

  private Uni<DiffView> compare(Pair pair) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(() -> view(pair), false).toCompletionStage());
  }

  private static DiffView view(Pair pair) {
    long visit = pair.sightings().stream().mapToLong(Sighting::lastVisit).max().orElse(0);
    NoiseSieve sieve =
        new NoiseSieve(new Volatility(pair.sightings(), visit), pair.pageClass().isListing());
    Set<String> told = told(pair.change());
    List<Step> steps =
        BlockScript.between(pair.from().blocks(), pair.to().blocks()).stream()
            .map(step -> isTold(step, told) ? step : sieve.sift(List.of(step)).getFirst())
            .toList();
    DiffLayout.Layout layout = DiffLayout.of(steps, pair.from().blocks(), pair.to().blocks());
    return new DiffView(
        pair.change().id(),
        DiffView.End.of(pair.from()),
        DiffView.End.of(pair.to()),
        pair.change().facts(),
        layout.hunks(),
        layout.truncated(),
        layout.totalLines());
  }

  /// Blocks the change itself speaks of are never shown as ignored.
  private static Set<String> told(ChangeView change) {
    Stream<Evidence> facts = change.facts().stream().flatMap(fact -> fact.evidence().stream());
    Stream<Evidence> texts = change.texts().stream().flatMap(text -> text.evidence().stream());
    return Stream.concat(facts, texts).map(Evidence::blockId).collect(Collectors.toSet());
  }

  private static boolean isTold(Step step, Set<String> told) {
    return step.kind() != null && (isIn(step.after(), told) || isIn(step.before(), told));
  }

  private static boolean isIn(@Nullable Block block, Set<String> told) {
    return block != null && told.contains(block.id());
  }

  private record Pair(
      ChangeView change, Version from, Version to, PageClass pageClass, List<Sighting> sightings) {}
}
