package io.competitoriq.process.assisted;

import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.KeepOffers;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.ReadOffers;
import io.competitoriq.process.change.ChangeFinder;
import io.competitoriq.process.change.Findings;
import io.competitoriq.process.document.Documents;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.Facts;
import io.competitoriq.process.fact.KnownFact;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Has pages read by a model whose offers our rules do not read, and keeps what holds of that.
@ApplicationScoped
public class AssistedReadings {

  private final AssistedRows rows;
  private final Documents documents;
  private final Facts facts;
  private final JobQueue jobs;
  private final WorkspaceTransactions transactions;

  AssistedReadings(
      AssistedRows rows,
      Documents documents,
      Facts facts,
      JobQueue jobs,
      WorkspaceTransactions transactions) {
    this.rows = rows;
    this.documents = documents;
    this.facts = facts;
    this.jobs = jobs;
    this.transactions = transactions;
  }

  /// After a new version was stored, in its transaction: a text nobody has read is asked about, one
  /// read before gets its offers again. What the last text offered stays until then, for silence is
  /// no change; it ends when the page asks for nothing any more.
  ///
  /// @param then the version before, if any
  public Uni<Void> follow(
      Mutiny.Session session,
      UUID workspaceId,
      ProcessSnapshot snapshot,
      @Nullable Version then,
      Version now,
      OfferNeed need) {
    UUID source = snapshot.sourceId();
    if (!need.unread()) {
      return facts.endRead(source, now.fetchedAt()).replaceWithVoid();
    }
    return rows.find(session, source, now.documentId(), need.textSha256())
        .chain(
            known ->
                known
                    .map(read -> again(session, workspaceId, then, now, read))
                    .orElseGet(() -> ask(session, workspaceId, source, now, need.textSha256())));
  }

  private Uni<Void> again(
      Mutiny.Session session,
      UUID workspaceId,
      @Nullable Version then,
      Version now,
      KeepOffers read) {
    boolean same = then != null && then.text().equals(now.text());
    return same
        ? facts.refreshRead(read.sourceId(), now.fetchedAt()).replaceWithVoid()
        : jobs.enqueue(
                session,
                NewJob.of(KeepOffers.QUEUE, KeepOffers.KIND, workspaceId, read)
                    .dedup(key(read.sourceId(), read.textSha256())))
            .replaceWithVoid();
  }

  /// A queue that takes no more work is no reason to lose the document: the next visit asks.
  private Uni<Void> ask(
      Mutiny.Session session, UUID workspaceId, UUID source, Version now, String sha) {
    NewJob job =
        NewJob.of(
                ReadOffers.QUEUE,
                ReadOffers.KIND,
                workspaceId,
                new ReadOffers(source, now.documentId(), sha))
            .dedup(key(source, sha));
    return rows.ask(session, workspaceId, source, now.documentId(), sha)
        .chain(
            wanted -> wanted ? jobs.enqueue(session, job) : Uni.createFrom().<Enqueued>nullItem())
        .replaceWithVoid();
  }

  private static String key(UUID source, String sha) {
    return "offers " + source + " " + sha;
  }

  /// What is needed to judge a reading. Empty when its source is gone.
  public Uni<Optional<Ground>> ground(UUID workspaceId, KeepOffers read) {
    return transactions.in(workspaceId, session -> ground(session, read));
  }

  private Uni<Optional<Ground>> ground(Mutiny.Session session, KeepOffers read) {
    return documents
        .latest(read.sourceId())
        .chain(
            latest ->
                latest
                    .map(now -> ground(session, read, now).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Ground> ground(Mutiny.Session session, KeepOffers read, Version now) {
    return facts
        .currentRead(read.sourceId())
        .chain(
            known ->
                documents
                    .described(now.documentId())
                    .chain(
                        page ->
                            before(session, read)
                                .map(
                                    then ->
                                        new Ground(
                                            page.snapshot(), page.title(), then, now, known))));
  }

  private Uni<@Nullable Version> before(Mutiny.Session session, KeepOffers read) {
    return rows.before(session, read.sourceId(), read.textSha256())
        .chain(
            (@Nullable UUID id) ->
                id == null ? Uni.createFrom().nullItem() : documents.version(id));
  }

  /// Checks the offers against the text. CPU work: call it on a worker thread.
  public static Judged judge(KeepOffers read, Ground ground) {
    OfferCheck check = OfferCheck.of(ground.now(), read.offers());
    boolean stale = !OfferNeed.sha256(ground.now().text()).equals(read.textSha256());
    Findings findings =
        stale
            ? Findings.nothing()
            : ChangeFinder.facts(
                ground.now(), ground.then(), ground.known(), check.facts(), Ids::next);
    return new Judged(check, findings);
  }

  /// Remembers the reading, so that its text is never asked about again.
  public Uni<Integer> remember(
      Mutiny.Session session, UUID workspaceId, KeepOffers read, Judged judged) {
    return rows.keep(session, workspaceId, read, judged.check());
  }

  /// The latest version of a source and what a model read of the one before.
  ///
  /// @param then the version read last before this text; null when this is the first
  /// @param known facts a model read that hold now
  public record Ground(
      ProcessSnapshot snapshot,
      String title,
      @Nullable Version then,
      Version now,
      List<KnownFact> known) {}

  /// @param findings nothing when the page says something else by now
  public record Judged(OfferCheck check, Findings findings) {}
}
