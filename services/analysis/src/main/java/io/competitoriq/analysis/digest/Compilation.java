package io.competitoriq.analysis.digest;

import io.competitoriq.analysis.channel.Message;
import io.competitoriq.analysis.delivery.Deliveries;
import io.competitoriq.analysis.digest.Editorial.Brief;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.telemetry.CountersFromZero;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Compiles editions: what happened and what was checked in a period, written down once, and sent.
@Startup
@ApplicationScoped
public class Compilation {

  private static final String EDITIONS = "ciq_editions";

  static final String PUBLISHED = "edition.published";

  /// More stories than this are counted, not told.
  static final int MOST_STORIES = 300;

  private final StoryRows stories;
  private final Checks checks;
  private final ShortForm shortForm;
  private final Deliveries deliveries;
  private final Issues issues;
  private final LiveEvents live;
  private final MeterRegistry meters;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Compilation(
      StoryRows stories,
      Checks checks,
      ShortForm shortForm,
      Deliveries deliveries,
      Issues issues,
      LiveEvents live,
      MeterRegistry meters,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.stories = stories;
    this.checks = checks;
    this.shortForm = shortForm;
    this.deliveries = deliveries;
    this.issues = issues;
    this.live = live;
    this.meters = meters;
    CountersFromZero.in(meters, EDITIONS, "occasion", Occasion.class);
    this.transactions = transactions;
    this.clock = clock;
  }

  /// A due edition and what was checked for it.
  ///
  /// @param checked empty when the crawl service could not be asked
  public record Due(UUID digestId, Instant dueAt, Optional<Checked> checked) {}

  /// Empty when there is nothing to compile: the digest was paused, removed or scheduled anew, or
  /// its edition of that time is there.
  public Uni<Optional<Due>> due(UUID workspaceId, UUID digestId, Instant dueAt) {
    return transactions
        .in(workspaceId, tx -> tx.find(Digest.class, digestId))
        .chain(
            row ->
                row == null || !row.awaits(dueAt)
                    ? Uni.createFrom().item(Optional.empty())
                    : checks
                        .of(workspaceId, row.selection, row.from(dueAt), dueAt)
                        .map(checked -> Optional.of(new Due(digestId, dueAt, checked))));
  }

  /// Writes the edition, orders its messages and the next edition, in the caller's transaction.
  public Uni<Void> publish(Mutiny.Session tx, UUID workspaceId, Due due) {
    return tx.find(Digest.class, due.digestId(), LockModeType.PESSIMISTIC_WRITE)
        .chain(
            row ->
                row.awaits(due.dueAt())
                    ? write(tx, row, due)
                        .chain(
                            edition -> send(tx, edition, List.of(row.channelIds), recipients(row)))
                        .chain(() -> issues.scheduleNext(tx, row, due.dueAt()))
                    : Uni.createFrom().voidItem());
  }

  /// Compiles the period that ends now and sends it to the recipients only.
  Uni<EditionView> onDemand(UUID workspaceId, UUID digestId, List<String> recipients) {
    Instant now = now();
    return transactions
        .in(workspaceId, tx -> Digests.find(tx, digestId))
        .chain(
            row ->
                checks
                    .of(workspaceId, row.selection, row.cadence.before(now), now)
                    .chain(
                        checked ->
                            transactions.in(
                                workspaceId, tx -> onDemand(tx, row, now, checked, recipients))));
  }

  /// What the digest would say of the period that ends now; nothing is stored or sent.
  Uni<EditionContent> preview(UUID workspaceId, DigestRequest wanted) {
    Instant to = now();
    Instant from = wanted.cadence().before(to);
    Brief brief =
        new Brief(wanted.name(), wanted.audience(), wanted.selection(), wanted.cadence(), from, to);
    return checks
        .of(workspaceId, wanted.selection(), from, to)
        .chain(checked -> transactions.in(workspaceId, tx -> content(tx, brief, checked)));
  }

  private Uni<EditionView> onDemand(
      Mutiny.Session tx,
      Digest row,
      Instant now,
      Optional<Checked> checked,
      List<String> recipients) {
    Brief brief = brief(row, row.cadence.before(now), now);
    return content(tx, brief, checked)
        .chain(content -> keep(tx, edition(row, Occasion.ON_DEMAND, content)))
        .call(edition -> send(tx, edition, List.of(), recipients))
        .map(EditionView::of);
  }

  private Uni<Edition> write(Mutiny.Session tx, Digest row, Due due) {
    Brief brief = brief(row, row.from(due.dueAt()), due.dueAt());
    return content(tx, brief, due.checked())
        .chain(content -> keep(tx, edition(row, Occasion.SCHEDULED, content)));
  }

  private Uni<Edition> keep(Mutiny.Session tx, Edition row) {
    meters.counter(EDITIONS, "occasion", row.occasion.name()).increment();
    return tx.persist(row)
        .chain(tx::flush)
        .invoke(() -> live.publish(row.workspaceId, PUBLISHED, row.digestId))
        .replaceWith(row);
  }

  private Uni<EditionContent> content(Mutiny.Session tx, Brief brief, Optional<Checked> checked) {
    Selection selection = brief.selection();
    return stories
        .find(tx, selection, brief.from(), brief.to(), MOST_STORIES)
        .chain(
            found ->
                stories
                    .watched(tx, selection, clock.instant())
                    .chain(
                        watched ->
                            stories
                                .changes(tx, selection, brief.from(), brief.to())
                                .map(
                                    changes ->
                                        Editorial.write(
                                            brief,
                                            found,
                                            watched,
                                            checked.orElse(null),
                                            changes))));
  }

  private Uni<Void> send(
      Mutiny.Session tx, Edition edition, List<UUID> channelIds, List<String> recipients) {
    Message message = shortForm.of(edition.id, edition.digestId, edition.content, now());
    return deliveries
        .order(tx, edition.workspaceId, channelIds, message, now())
        .chain(() -> deliveries.mail(tx, edition.workspaceId, recipients, message, now()));
  }

  private Edition edition(Digest digest, Occasion occasion, EditionContent content) {
    Edition row = new Edition();
    row.id = Ids.next();
    row.workspaceId = digest.workspaceId;
    row.digestId = digest.id;
    row.occasion = occasion;
    row.from = content.from();
    row.to = content.to();
    row.headline = content.headline();
    row.signals = content.signals();
    row.stories = content.stories();
    row.content = content;
    row.createdAt = now();
    return row;
  }

  private static Brief brief(Digest row, Instant from, Instant to) {
    return new Brief(row.name, row.audience, row.selection, row.cadence, from, to);
  }

  private static List<String> recipients(Digest row) {
    return Arrays.asList(row.recipients);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
