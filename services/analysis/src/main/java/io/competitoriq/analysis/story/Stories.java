package io.competitoriq.analysis.story;

import io.competitoriq.analysis.story.StoryRows.Candidate;
import io.competitoriq.analysis.story.StoryRows.StoredTie;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Puts every signal into its story, and lets people correct that.
@ApplicationScoped
public class Stories {

  static final String UPDATED = "story.updated";

  /// Ties kept per signal: the reader wants to know why, not everything.
  private static final int MOST_TIES = 20;

  private static final String OTHERS =
      "select distinct story_id from signal where id = any($1) and story_id is not null";

  private final StoryRows rows;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;

  Stories(StoryRows rows, LiveEvents live, WorkspaceTransactions transactions) {
    this.rows = rows;
    this.live = live;
    this.transactions = transactions;
  }

  /// Whoever stores signals and places them takes this first, so that signals of one workspace are
  /// placed one after the other. Held until the transaction ends.
  public Uni<Void> queueUp(Mutiny.Session tx, UUID workspaceId) {
    return rows.lock(tx, workspaceId);
  }

  /// Places a signal that the same transaction has stored; answers its story.
  public Uni<UUID> place(Mutiny.Session tx, UUID workspaceId, UUID signalId, RaiseSignal change) {
    Marked signal =
        new Marked(
            signalId,
            change.competitorId(),
            change.sourceId(),
            change.occurredAt(),
            Fingerprint.of(change));
    return rows.candidates(tx, signal)
        .chain(found -> place(tx, workspaceId, signal, found))
        .call(() -> rows.mark(tx, workspaceId, signal));
  }

  /// Takes signals out of their story into one of their own, for good.
  Uni<UUID> split(UUID workspaceId, UUID storyId, Collection<UUID> signalIds) {
    Set<UUID> wanted = new LinkedHashSet<>(signalIds);
    UUID own = Ids.next();
    return transactions.in(
        workspaceId,
        tx ->
            rows.lock(tx, workspaceId)
                .chain(() -> requireSome(tx, storyId, wanted))
                .chain(() -> rows.open(tx, own, wanted.iterator().next(), true))
                .chain(() -> rows.move(tx, own, wanted))
                .chain(() -> rows.count(tx, List.of(storyId, own)))
                .invoke(() -> announce(workspaceId, List.of(storyId, own)))
                .replaceWith(own));
  }

  /// Brings signals into a story by hand.
  Uni<Void> join(UUID workspaceId, UUID storyId, Collection<UUID> signalIds) {
    return transactions.in(
        workspaceId,
        tx ->
            rows.lock(tx, workspaceId)
                .chain(
                    () -> SessionSql.of(tx).select(OTHERS, (Object) signalIds.toArray(UUID[]::new)))
                .map(found -> touched(storyId, found))
                .call(() -> rows.move(tx, storyId, signalIds))
                .call(touched -> rows.count(tx, touched))
                .invoke(touched -> announce(workspaceId, touched))
                .replaceWithVoid());
  }

  private Uni<UUID> place(
      Mutiny.Session tx, UUID workspaceId, Marked signal, List<Candidate> candidates) {
    List<Placement.Tied> tied = new ArrayList<>();
    List<StoredTie> ties = new ArrayList<>();
    for (Candidate candidate : candidates) {
      List<Tie> between = Kinship.between(signal, candidate.signal());
      if (!between.isEmpty()) {
        tied.add(candidate.story());
        between.forEach(tie -> ties.add(new StoredTie(candidate.signal().signalId(), tie)));
      }
    }
    Placement placement = Placement.of(tied);
    UUID into = placement.into().orElseGet(Ids::next);
    List<UUID> touched = new ArrayList<>(placement.merged());
    touched.add(into);
    return opened(tx, placement, into, signal.signalId())
        .chain(() -> rows.move(tx, into, List.of(signal.signalId())))
        .chain(() -> rows.merge(tx, into, placement.merged()))
        .chain(
            () ->
                rows.tie(
                    tx,
                    workspaceId,
                    signal.signalId(),
                    ties.subList(0, Math.min(MOST_TIES, ties.size()))))
        .chain(() -> tied.isEmpty() ? Uni.createFrom().voidItem() : rows.count(tx, touched))
        .invoke(() -> announce(workspaceId, tied.isEmpty() ? List.of() : touched))
        .replaceWith(into);
  }

  private Uni<Void> opened(Mutiny.Session tx, Placement placement, UUID into, UUID signalId) {
    return placement.into().isPresent()
        ? Uni.createFrom().voidItem()
        : rows.open(tx, into, signalId, false);
  }

  private static Set<UUID> touched(UUID storyId, List<Object[]> others) {
    Set<UUID> touched = new LinkedHashSet<>(List.of(storyId));
    others.forEach(row -> touched.add((UUID) row[0]));
    return touched;
  }

  /// All of them must be of the story, and one must stay.
  private static Uni<Void> requireSome(Mutiny.Session tx, UUID storyId, Set<UUID> wanted) {
    return SessionSql.of(tx)
        .select("select id from signal where story_id = $1", storyId)
        .invoke(
            found -> {
              Set<UUID> members = new LinkedHashSet<>();
              found.forEach(row -> members.add((UUID) row[0]));
              if (members.isEmpty()) {
                throw missing(storyId);
              }
              if (!members.containsAll(wanted)) {
                throw Problems.unprocessable(
                    "not-of-the-story", "Only signals of the story can be taken out of it.");
              }
              if (members.size() == wanted.size()) {
                throw Problems.unprocessable(
                    "story-left-empty", "At least one signal must stay in the story.");
              }
            })
        .replaceWithVoid();
  }

  static RuntimeException missing(UUID id) {
    return Problems.notFound("story-not-found", "No story " + id + ".");
  }

  private void announce(UUID workspaceId, Collection<UUID> storyIds) {
    storyIds.forEach(id -> live.publish(workspaceId, UPDATED, id));
  }
}
