package io.competitoriq.analysis.ask;

import io.competitoriq.analysis.model.Availability;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.Priority;
import io.competitoriq.messages.AnswerQuestion;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// From a question to its answer: understood, looked for, answered from extracts at once, and
/// handed to a model when there is one.
@ApplicationScoped
class Asking {

  private static final int ATTEMPTS = 3;

  private final Directory directory;
  private final Gathering gathering;
  private final Answerer answerer;
  private final JobQueue jobs;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Asking(
      Directory directory,
      Gathering gathering,
      Answerer answerer,
      JobQueue jobs,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.directory = directory;
    this.gathering = gathering;
    this.answerer = answerer;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @param repeats the question that is asked again; null for a new one
  Uni<StoredQuestion> ask(UUID workspaceId, UUID memberId, Asked asked, @Nullable UUID repeats) {
    Instant begun = clock.instant();
    ZoneId zone = zone(asked.zone());
    Scope scope = asked.scope() == null ? Scope.ALL : asked.scope();
    String text = asked.question().replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return directory
        .known(workspaceId)
        .chain(
            known ->
                before(workspaceId, asked.conversationId(), begun)
                    .chain(
                        before -> {
                          Reading reading =
                              new QuestionReader(known, zone, clock)
                                  .read(text, scope, before.orElse(null));
                          return found(workspaceId, reading, zone, known)
                              .map(
                                  material -> row(workspaceId, memberId, asked, reading, material));
                        }))
        .invoke(
            row -> {
              row.zone = zone.getId();
              row.scope = scope;
              row.text = text;
              row.repeats = repeats;
              row.tookMs = (int) Duration.between(begun, clock.instant()).toMillis();
            })
        .chain(row -> transactions.in(workspaceId, tx -> store(tx, row)));
  }

  private Uni<Optional<Reading>> before(
      UUID workspaceId, @Nullable UUID conversationId, Instant now) {
    return transactions.in(
        workspaceId,
        tx ->
            Conversations.before(tx, conversationId, now)
                .map(row -> row.map(found -> found.reading)));
  }

  private Uni<Material> found(UUID workspaceId, Reading reading, ZoneId zone, List<Known> known) {
    Map<UUID, String> names =
        known.stream().collect(Collectors.toMap(Known::id, Known::name, (first, _) -> first));
    Function<UUID, String> nameOf = id -> names.getOrDefault(id, "A competitor");
    return reading.aboutUs()
        ? gathering.gather(workspaceId, reading, zone, nameOf)
        : Uni.createFrom().item(new Material(List.of(), NOTHING_LOOKED_AT));
  }

  private static final Coverage NOTHING_LOOKED_AT =
      new Coverage(0, 0, 0, 0, null, null, false, false);

  private StoredQuestion row(
      UUID workspaceId, UUID memberId, Asked asked, Reading reading, Material material) {
    StoredQuestion row = new StoredQuestion();
    row.id = Ids.next();
    row.workspaceId = workspaceId;
    row.conversationId = asked.conversationId() == null ? row.id : asked.conversationId();
    row.askedBy = memberId;
    row.askedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    row.updatedAt = row.askedAt;
    row.reading = reading;
    row.coverage = material.coverage();
    row.answer = reading.aboutUs() ? Extracts.of(reading, material) : outOfScope(reading);
    row.verdict = row.answer.verdict();
    row.writtenBy = Writer.EXTRACTS;
    row.modelState = ModelState.NONE;
    row.modelReason = "";
    if (reading.aboutUs()) {
      openForModel(row, material);
    }
    return row;
  }

  private void openForModel(StoredQuestion row, Material material) {
    switch (answerer.availability()) {
      case Availability.Absent absent -> row.modelReason = absent.reason();
      case Availability.Ready ready -> {
        if (material.pieces().isEmpty()) {
          row.modelReason = "Nothing was found that a model could answer from.";
          return;
        }
        row.modelState = ModelState.PENDING;
        row.modelReason = "Waiting for " + ready.model() + ".";
        row.model = ready.model();
        row.promptVersion = Prompt.CURRENT;
        row.material = material;
      }
    }
  }

  private Uni<StoredQuestion> store(Mutiny.Session tx, StoredQuestion row) {
    if (row.modelState != ModelState.PENDING) {
      return tx.persist(row).replaceWith(row);
    }
    var job =
        NewJob.of(
                AnswerQuestion.QUEUE,
                AnswerQuestion.KIND,
                row.workspaceId,
                new AnswerQuestion(row.id, Prompt.CURRENT))
            .dedup(row.id.toString())
            .priority(Priority.HIGH)
            .maxAttempts(ATTEMPTS);
    return jobs.enqueue(tx, job)
        .invoke(enqueued -> expect(row, enqueued))
        .chain(() -> tx.persist(row))
        .replaceWith(row);
  }

  private static void expect(StoredQuestion row, Enqueued enqueued) {
    switch (enqueued) {
      case Enqueued.Added _, Enqueued.Duplicate _ -> {}
      case Enqueued.Rejected rejected -> {
        row.modelState = ModelState.FAILED;
        row.failure = "QUEUE_FULL";
        row.modelReason = rejected.reason();
        row.material = null;
      }
    }
  }

  private static Answer outOfScope(Reading reading) {
    String note =
        "This is not about what the watched competitors publish. Name a competitor, or ask for one of the things below.";
    return new Answer(
        Verdict.OUT_OF_SCOPE,
        Answer.Confidence.HIGH,
        note,
        List.of(),
        List.of(),
        new FollowUps(reading).all());
  }

  private static ZoneId zone(@Nullable String named) {
    if (named == null || named.isBlank()) {
      return ZoneId.of("UTC");
    }
    try {
      return ZoneId.of(named);
    } catch (DateTimeException unknown) {
      throw Problems.badField(
          "zone-unknown",
          "zone",
          "Name an IANA time zone, such as Europe/Vienna, or none for UTC.");
    }
  }
}
