package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.column;
import static io.competitoriq.jobs.JobStage.play;
import static io.competitoriq.jobs.JobStage.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.Enqueued.Added;
import io.competitoriq.jobs.JobOutcome.Discarded;
import io.competitoriq.jobs.JobOutcome.Retryable;
import io.competitoriq.jobs.admin.DeadFilter;
import io.competitoriq.jobs.admin.DeadLetters.Letter;
import io.competitoriq.jobs.admin.DeadLetters.Redrive;
import io.competitoriq.jobs.admin.JobChange;
import io.competitoriq.jobs.admin.JobCursor;
import io.competitoriq.jobs.admin.JobList;
import io.competitoriq.jobs.admin.JobQuery;
import io.competitoriq.jobs.admin.JobState;
import io.competitoriq.jobs.admin.JobView;
import io.competitoriq.jobs.live.QueueEvent;
import io.competitoriq.jobs.live.QueueEvents;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One job, or the dead letters of a queue, under an operator's hand.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class JobActsTest {

  private static final long QUEUED = 0;
  private static final long RUNNING = 1;
  private static final long DONE = 2;
  private static final long DEAD = 3;
  private static final long CANCELLED = 4;
  private static final Instant LATER = Instant.parse("2200-01-01T00:00:00Z");

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject Operator operator;
  @Inject JobList list;
  @Inject QueueEvents events;

  @BeforeEach
  void prepare() {
    JobStage.prepare();
  }

  @Test
  void aCancelledQueuedJobIsOverAndItsKeyIsFree() {
    NewJob later = play("kept-jobs", "never-run", "x").dedup("cancelled-key").runAt(LATER);
    long id = stage.add(later);

    JobChange change = operator.cancel(id);

    assertThat(change)
        .isEqualTo(new JobChange.Changed("kept-jobs", JobState.QUEUED, JobState.CANCELLED, false));
    assertThat(state(id)).isEqualTo(CANCELLED);
    assertThat(stage.enqueue(later)).isInstanceOf(Added.class);
    assertThat(operator.cancel(id)).isEqualTo(new JobChange.NotPossible(JobState.CANCELLED));
    assertThat(operator.cancel(Long.MAX_VALUE)).isEqualTo(new JobChange.Unknown());
  }

  @Test
  void aCancelledRunningJobIsInterruptedAtTheNextHeartbeat() {
    scripted.on("endless", (job, context) -> Uni.createFrom().nothing());
    long id = stage.add(play("steered-jobs", "endless", "x"));
    awaitState(id, RUNNING);

    JobChange change = operator.cancel(id);

    assertThat(change)
        .isEqualTo(new JobChange.Changed("steered-jobs", JobState.RUNNING, JobState.RUNNING, true));
    awaitState(id, CANCELLED);
    assertThat(scripted.starts("endless")).hasSize(1);
  }

  @Test
  void aJobThatFailsAfterItWasCancelledIsNotRetried() {
    var end = new CompletableFuture<JobOutcome>();
    scripted.on("fails-late", (job, context) -> Uni.createFrom().completionStage(end));
    long id = stage.add(play("steered-jobs", "fails-late", "x"));
    awaitState(id, RUNNING);

    operator.cancel(id);
    end.complete(new Retryable("too late"));

    awaitState(id, CANCELLED);

    assertThat(scripted.starts("fails-late")).hasSize(1);
  }

  @Test
  void aPromotedJobRunsNow() {
    long id = stage.add(play("steered-jobs", "promoted", "x").runAt(LATER));
    assertThat(state(id)).isEqualTo(QUEUED);

    assertThat(operator.promote(id)).isInstanceOf(JobChange.Changed.class);

    awaitState(id, DONE);
    assertThat(operator.promote(id)).isEqualTo(new JobChange.NotPossible(JobState.DONE));
  }

  @Test
  void aDeadLetterSaysWhyInAWord() {
    scripted.on("gives-up", (job, context) -> outcome(new Retryable("no luck")));
    scripted.on("refuses", (job, context) -> outcome(new Discarded("nonsense")));
    long exhausted = stage.add(play("steered-jobs", "gives-up", "x").maxAttempts(1));
    long discarded = stage.add(play("steered-jobs", "refuses", "x"));

    awaitState(exhausted, DEAD);
    awaitState(discarded, DEAD);

    assertThat(column(exhausted, "dead_reason")).isEqualTo("exhausted");
    assertThat(column(discarded, "dead_reason")).isEqualTo("discarded");
    assertThat(column(discarded, "error")).isEqualTo("discarded: nonsense");
  }

  @Test
  void aThirdLostWorkerIsPoisonInAWord() {
    long id = insert("poisoned-jobs", 1, null, null, "2");
    TestDatabase.execute(
        "update jobs.job set queue = 'steered-jobs', lease_until = now() - interval '1 s', crashes = 2 where id = "
            + id);

    awaitState(id, DEAD);

    assertThat(column(id, "dead_reason")).isEqualTo("poison");
  }

  @Test
  void oneDeadLetterGetsAnotherLife() {
    long id = insert("retry-jobs", DEAD, "exhausted", "retry-key", "1 min");

    assertThat(operator.retry(id))
        .isEqualTo(new JobChange.Changed("retry-jobs", JobState.DEAD, JobState.QUEUED, false));

    assertThat(state(id)).isEqualTo(QUEUED);
    long rival = insert("retry-jobs", DEAD, "exhausted", "retry-key", "1 min");
    assertThat(operator.retry(rival)).isEqualTo(new JobChange.Duplicate(id));
    assertThat(state(rival)).isEqualTo(DEAD);
  }

  @Test
  void aDryRunCountsWhatTheRealOneDoes() {
    insert("redriven-jobs", DEAD, "exhausted", null, "2 h");
    insert("redriven-jobs", DEAD, "exhausted", "alive", "2 h");
    insert("redriven-jobs", QUEUED, null, "alive", "2 h");
    insert("redriven-jobs", DEAD, "exhausted", "twins", "2 h");
    long latestTwin = insert("redriven-jobs", DEAD, "exhausted", "twins", "2 h");
    insert("redriven-jobs", DEAD, "exhausted", null, "1 min");
    insert("redriven-jobs", DEAD, "poison", null, "2 h");
    var filter = new DeadFilter("play", "exhausted", null, null, Duration.ofHours(1));

    Redrive counted = operator.count("redriven-jobs", filter);
    List<Letter> sample = operator.sample("redriven-jobs", filter);
    Redrive done = operator.redrive("redriven-jobs", filter);

    assertThat(counted).isEqualTo(new Redrive(4, 2, 2)).isEqualTo(done);
    assertThat(sample).hasSize(4).allMatch(letter -> "exhausted".equals(letter.reason()));
    assertThat(state(latestTwin)).isEqualTo(QUEUED);
    assertThat(operator.count("redriven-jobs", DeadFilter.ALL).matched()).isEqualTo(4);
  }

  @Test
  void aPurgeTakesWhatTheFilterMeansAndNothingElse() {
    insert("purged-jobs", DEAD, "poison", null, "1 min");
    insert("purged-jobs", DEAD, "discarded", null, "1 min");
    insert("purged-jobs", QUEUED, null, null, "1 min");
    var other = new DeadFilter(null, null, null, UUID.randomUUID(), null);
    var poison = new DeadFilter(null, "poison", "site.example", JobStage.WORKSPACE, null);

    assertThat(operator.purge("purged-jobs", other)).isZero();
    assertThat(operator.purge("purged-jobs", poison)).isEqualTo(1);

    assertThat(rows("purged-jobs")).isEqualTo(2);
    assertThat(operator.purge("purged-jobs", DeadFilter.ALL)).isEqualTo(1);
    assertThat(rows("purged-jobs")).isEqualTo(1);
  }

  @Test
  void aListIsReadPageByPageWithoutGapOrRepetition() {
    for (int i = 0; i < 7; i++) {
      insert("listed-jobs", QUEUED, null, null, i + " min");
      insert("listed-jobs", DEAD, "poison", null, i + " min");
    }

    assertThat(pages("listed-jobs", JobState.QUEUED)).hasSize(7).doesNotHaveDuplicates();
    assertThat(pages("listed-jobs", JobState.DEAD)).hasSize(7).doesNotHaveDuplicates();
    assertThat(pages("listed-jobs", null)).hasSize(14).doesNotHaveDuplicates();
    assertThat(JobCursor.parse("bm9uc2Vuc2U", JobState.DEAD)).isEmpty();
  }

  @Test
  void theEndOfAStartIsToldToWhoListens() {
    List<QueueEvent> heard = new CopyOnWriteArrayList<>();
    var listening = events.from("steered-jobs", "0-0").subscribe().with(heard::add);

    long id = stage.add(play("steered-jobs", "told", "x"));

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                heard.stream()
                    .anyMatch(event -> event.jobId() == id && event.type().equals("completed")));
    listening.cancel();
  }

  private List<Long> pages(String queue, @Nullable JobState state) {
    List<Long> ids = new ArrayList<>();
    JobCursor after = null;
    do {
      var page =
          list.page(queue, new JobQuery(state, null, null, null, after, 3))
              .await()
              .atMost(PATIENCE);
      page.jobs().stream().map(JobView::id).forEach(ids::add);
      after = page.next() == null ? null : JobCursor.parse(page.next().text(), state).orElseThrow();
    } while (after != null);
    return ids;
  }

  private static long rows(String queue) {
    return TestDatabase.queryLong("select count(*) from jobs.job where queue = '" + queue + "'");
  }

  /// A job of a queue that nobody works.
  private static long insert(
      String queue, long state, @Nullable String reason, @Nullable String dedup, String age) {
    return TestDatabase.queryLong(
        """
        insert into jobs.job (queue, kind, workspace_id, payload, state, host, dead_reason, dedup, run_at, finished_at)
        values ('%s', 'play', '%s', '{"script": "nobody", "key": "x"}', %d, 'site.example', %s, %s,
                now() - interval '%s', case when %d >= 2 then now() - interval '%s' end) returning id
        """
            .formatted(
                queue, JobStage.WORKSPACE, state, quoted(reason), quoted(dedup), age, state, age));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "'" + text + "'";
  }

  private static Uni<JobOutcome> outcome(JobOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
