package io.competitoriq.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.RedisWire;
import io.competitoriq.chaos.server.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A check that finds nothing is worth what it finds when something is there.
@TestInstance(Lifecycle.PER_CLASS)
class InvariantsTest {

  @TempDir static Path folder = Path.of("unset");
  private Servers servers;

  @BeforeAll
  void startServers() throws IOException, SQLException {
    servers = Servers.start(folder.resolve("run"), Path.of("target/postgresql"));
  }

  @AfterAll
  void stopServers() {
    servers.close();
  }

  @BeforeEach
  void empty() throws SQLException, IOException {
    sql("truncate jobs.job, chaos.change, chaos.effect, chaos.accepted restart identity");
    try (RedisWire redis = servers.redis().connect()) {
      redis.command("FLUSHALL");
    }
  }

  @Test
  void aJobThatEndedAsItShouldViolatesNothing() throws SQLException {
    job(1, "chaos-jobs", "PLAIN");
    sql("insert into chaos.accepted values (1); insert into chaos.effect values (1, 1)");
    state(1, 1);
    state(1, 2);

    assertThat(violated()).isEmpty();
  }

  @Test
  void anAcceptedJobThatIsNowhereIsLost() throws SQLException {
    sql("insert into chaos.accepted values (99)");

    assertThat(violated()).containsExactly("i1_accepted_but_lost");
  }

  @Test
  void aJobThatWaitsForEverNeverEnded() throws SQLException {
    job(1, "chaos-jobs", "PLAIN");

    assertThat(violated()).containsExactly("i1_never_ended");
  }

  @Test
  void aDeadJobThatShouldBeDoneHasTheWrongEnd() throws SQLException {
    job(1, "chaos-jobs", "PLAIN");
    state(1, 3);

    assertThat(violated()).containsExactly("i1_wrong_end");
  }

  @Test
  void aDoneJobThatRunsAgainIsFound() throws SQLException {
    job(1, "chaos-jobs", "PLAIN");
    sql("insert into chaos.effect values (1, 1)");
    state(1, 2);
    state(1, 1);
    state(1, 2);

    assertThat(violated()).containsExactly("i1_changed_after_done");
  }

  @Test
  void twoEffectsNoneAndOneTooManyAreFound() throws SQLException {
    job(1, "chaos-jobs", "PLAIN");
    job(2, "chaos-jobs", "PLAIN");
    job(3, "chaos-jobs", "HOPELESS");
    sql("insert into chaos.effect values (1, 1), (1, 2), (3, 1)");
    state(1, 2);
    state(2, 2);
    state(3, 3);

    assertThat(violated())
        .containsExactly("i2_effect_doubled", "i2_effect_missing", "i2_effect_without_done");
  }

  @Test
  void aChainWithoutItsNextJobIsFound() throws SQLException {
    job(1, "chaos-jobs", "CHAIN");
    sql("insert into chaos.effect values (1, 1)");
    state(1, 2);

    assertThat(violated()).containsExactly("i2_next_job_not_once");
  }

  @Test
  void aWindowWithOneStartTooManyIsFound() throws SQLException {
    starts("limited-jobs", "0 s", "1 s", "1.9 s");

    assertThat(violated()).containsExactly("i3_starts_above_limit");
  }

  @Test
  void aStartExactlyOneWindowLaterIsAllowed() throws SQLException {
    starts("limited-jobs", "0 s", "1 s", "2 s");

    assertThat(violated()).isEmpty();
  }

  @Test
  void aHostVisitedTooSoonIsFound() throws SQLException {
    starts("polite-jobs", "0 s", "0.4 s", "0.7 s");

    assertThat(violated()).containsExactly("i4_host_visited_too_soon");
  }

  @Test
  void moreStartsUnderWayThanSlotsAreFound() throws IOException {
    Path records = Files.createDirectories(folder.resolve("records"));
    Files.writeString(
        records.resolve("starts-worker-0-1.log"),
        "chaos-jobs 1 1 10 1\nchaos-jobs 2 1 11 3\nchaos-jobs 3 1 12 2\nchaos-jo");

    assertThat(new StartRecords(records).slotsKept(Map.of("chaos-jobs", 2)))
        .isEqualTo(Row.violations("i5_more_than_slots", 1));
  }

  @Test
  void ticketsAndUnknownKeysLeftInRedisAreFound() throws IOException {
    try (RedisWire redis = servers.redis().connect()) {
      redis.command("HSET", "{q:chaos-jobs}:m", "gen", "a");
      redis.command("HSET", "{q:chaos-jobs}:t", "1", "1:1-1");
      redis.command("SET", "something", "else");
    }

    assertThat(RedisInvariant.leftovers(servers.redis(), Set.of("chaos-jobs")))
        .containsExactlyInAnyOrder("{q:chaos-jobs}:t holds 1", "unknown key something");
  }

  private List<String> violated() {
    return new LedgerInvariants(new Records(servers.postgres()))
        .check(2, 2000, 400).stream()
            .filter(row -> Boolean.FALSE.equals(row.met()))
            .map(Row::metric)
            .toList();
  }

  /// Three jobs of one host, done, that started at these times after the hour.
  private void starts(String queue, String... times) throws SQLException {
    for (int i = 0; i < times.length; i++) {
      int id = i + 1;
      job(id, queue, "PLAIN");
      sql("insert into chaos.effect values (%d, 1)".formatted(id));
      sql(
          "update jobs.job set state = 1, started_at = timestamptz '2026-01-01 00:00:00Z'"
              + " + interval '%s' where id = %d".formatted(times[i], id));
      state(id, 2);
    }
  }

  private void job(long id, String queue, String script) throws SQLException {
    sql(
        """
        insert into jobs.job (id, queue, kind, workspace_id, payload, host)
        values (%d, '%s', 'act', gen_random_uuid(), '{"script": "%s", "millis": 0, "parent": 0}', 'one.test')
        """
            .formatted(id, queue, script));
  }

  private void state(long id, int state) throws SQLException {
    sql("update jobs.job set state = %d where id = %d".formatted(state, id));
  }

  private void sql(String text) throws SQLException {
    try (Connection connection = servers.postgres().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
