package io.competitoriq.jobs.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.JobStage;
import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// Finished jobs are archived after an hour and forgotten after seven days.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class ArchiveTest {

  @Inject Archive archive;

  @Test
  void finishedJobsLeaveTheWorkingTableDayByDayAndDeadLettersStay() {
    long fresh = ended(2, "1 minute");
    long done = ended(2, "2 hours");
    long cancelled = ended(4, "3 days");
    long dead = ended(3, "30 days");

    archive.tick();

    assertThat(inLedger(fresh)).isTrue();
    assertThat(inLedger(dead)).isTrue();
    assertThat(inLedger(done)).isFalse();
    assertThat(inLedger(cancelled)).isFalse();
    assertThat(archived(done)).isEqualTo(1);
    assertThat(archived(cancelled)).isEqualTo(1);
  }

  @Test
  void daysBeyondTheRetentionAreDropped() {
    long old = ended(2, "9 days");
    long young = ended(2, "5 days");

    archive.tick();

    assertThat(inLedger(old)).isFalse();
    assertThat(archived(old)).isZero();
    assertThat(archived(young)).isEqualTo(1);
  }

  private static long ended(int state, String ago) {
    return TestDatabase.queryLong(
        """
        insert into jobs.job (queue, kind, workspace_id, payload, state, finished_at)
        values ('archived-jobs', 'play', '%s', '{}', %d, now() - interval '%s') returning id
        """
            .formatted(JobStage.WORKSPACE, state, ago));
  }

  private static boolean inLedger(long id) {
    return TestDatabase.queryLong("select count(*) from jobs.job where id = " + id) == 1;
  }

  private static long archived(long id) {
    return TestDatabase.queryLong("select count(*) from jobs.job_archive where id = " + id);
  }
}
