package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.WORKSPACE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.effects;
import static io.competitoriq.jobs.JobStage.effectsOf;
import static io.competitoriq.jobs.JobStage.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.Enqueued.Added;
import io.competitoriq.jobs.Enqueued.Duplicate;
import io.competitoriq.jobs.Enqueued.Rejected;
import io.competitoriq.jobs.JobOutcome.Discarded;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.competitoriq.jobs.Scripted.Play;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The examples of the README: what stands between `// example` and `// end` stands there too.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class ReadmeExamplesTest {

  private static final long DONE = 2;
  private static final long DEAD = 3;
  private static final Pattern IN_SOURCE =
      Pattern.compile("(?m)^ *// example (\\w+)\\n(.*?)^ *// end$", Pattern.DOTALL);
  private static final Pattern IN_README =
      Pattern.compile("<!-- example (\\w+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject JobQueue jobs;
  @Inject WorkspaceTransactions transactions;

  @BeforeEach
  void prepare() {
    JobStage.prepare();
  }

  @Test
  void theReadmeShowsTheCodeThatRunsHere() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/io/competitoriq/jobs/ReadmeExamplesTest.java"));

    assertThat(examples(IN_README, Files.readString(Path.of("../../libs/jobs/README.md"))))
        .isNotEmpty()
        .isEqualTo(examples(IN_SOURCE, source));
  }

  @Test
  void handingWorkOver() {
    scripted.on("read-page", ReadmeExamplesTest::readPage);
    NewJob job = play("test-jobs", "read-page", "https://example.com/pricing");

    String told = handOver(job.dedup("page-1")).await().atMost(PATIENCE);

    assertThat(told).startsWith("on its way: ");
    await().atMost(PATIENCE).until(() -> effectsOf("read-page", false) >= 1);
  }

  private Uni<String> handOver(NewJob job) {
    // example enqueue
    return transactions
        .in(WORKSPACE, tx -> jobs.enqueue(tx, job)) // beside your own rows: both or neither
        .map(
            outcome ->
                switch (outcome) {
                  case Added(long id) -> "on its way: " + id;
                  case Duplicate(long existingId) -> "job " + existingId + " does that already";
                  case Rejected(String reason) -> "not now: " + reason;
                });
    // end
  }

  @Test
  void handingOverWhatBelongsToNothingElse() {
    scripted.on("read-page", ReadmeExamplesTest::readPage);

    Enqueued told = add("https://example.com/blog").await().atMost(PATIENCE);

    awaitState(((Added) told).id(), DONE);
  }

  private Uni<Enqueued> add(String url) {
    // example add
    return jobs.add(play("test-jobs", "read-page", url));
    // end
  }

  // example handler
  private static Uni<JobOutcome> readPage(Job<Play> job, JobContext context) {
    return context
        .compute(() -> job.payload().key().toUpperCase(Locale.ROOT)) // slow: on a worker
        .chain(text -> context.commit(tx -> JobStage.effect(tx, job))); // effects, once
  }

  // end

  @Test
  void answeringOutcomes() {
    scripted.on(
        "careful", (job, context) -> careful(job, context, scripted.starts("careful").size()));
    long sleepy = stage.add(play("test-jobs", "careful", "429"));
    awaitState(sleepy, DONE);
    long gone = stage.add(play("test-jobs", "careful", "404"));
    awaitState(gone, DEAD);

    assertThat(effects(sleepy)).isEqualTo(1);
    assertThat(effects(gone)).isZero();
  }

  // example outcomes
  private static Uni<JobOutcome> careful(Job<Play> job, JobContext context, int visits) {
    if (job.payload().key().equals("404")) {
      return Uni.createFrom().item(new Discarded("the page is gone")); // dead at once
    }
    if (visits < 2) { // later, and the attempt is not spent
      return Uni.createFrom()
          .item(new Snoozed(Duration.ofMillis(100), "the site asked for a pause"));
    }
    return context.commit(tx -> JobStage.effect(tx, job));
  }

  // end

  @Test
  void joiningSeveralJobs() {
    for (String script : List.of("page", "summary")) {
      scripted.on(script, (job, context) -> context.commit(tx -> JobStage.effect(tx, job)));
    }

    joined().await().atMost(PATIENCE);

    await().atMost(PATIENCE).until(() -> effectsOf("summary", false) == 1);
    assertThat(effectsOf("page", false)).isEqualTo(2);
  }

  private Uni<List<Enqueued>> joined() {
    // example batch
    NewJob first = play("test-jobs", "page", "/pricing").priority(Priority.HIGH);
    NewJob second = play("test-jobs", "page", "/blog").runAt(Instant.now().plusMillis(300));
    NewJob summary = play("test-jobs", "summary", "both");
    return transactions.in(WORKSPACE, tx -> jobs.enqueueBatch(tx, List.of(first, second), summary));
    // end
  }

  private static Map<String, String> examples(Pattern pattern, String text) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher example = pattern.matcher(text);
    while (example.find()) {
      found.put(example.group(1), example.group(2).stripTrailing().stripIndent().strip());
    }
    return found;
  }
}
