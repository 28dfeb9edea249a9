package io.competitoriq.chaos.worker;

import io.competitoriq.jobs.NewJob;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Which jobs a producer makes: a seed in, the same sequence out.
final class JobMix {

  static final UUID WORKSPACE = UUID.fromString("018f0000-0000-7000-8000-00000000c405");
  private static final int HOSTS = 6;

  private final RandomGenerator random;
  private final boolean poison;
  private final int slowestMillis;

  JobMix(RandomGenerator random, boolean poison, Duration slowest) {
    this.random = random;
    this.poison = poison;
    this.slowestMillis = Math.toIntExact(slowest.toMillis());
  }

  NewJob next() {
    int dice = random.nextInt(1000);
    if (dice < 200) {
      return job("limited-jobs", Script.PLAIN, 0);
    }
    if (dice < 400) {
      return job("polite-jobs", Script.PLAIN, 0).host("host-" + random.nextInt(HOSTS) + ".test");
    }
    return plainQueue(dice);
  }

  private NewJob plainQueue(int dice) {
    if (dice < 480) {
      return job("chaos-jobs", Script.SLOW, random.nextInt(slowestMillis));
    }
    if (dice < 550) {
      return job("chaos-jobs", Script.RETRY, 0);
    }
    if (dice < 600) {
      return job("chaos-jobs", Script.SNOOZE, 0);
    }
    if (dice < 650) {
      return job("chaos-jobs", Script.CHAIN, 0);
    }
    if (dice < 665) {
      return job("chaos-jobs", Script.FAILING, 0).maxAttempts(3);
    }
    if (dice < 680) {
      return job("chaos-jobs", Script.HOPELESS, 0);
    }
    return job("chaos-jobs", poison && dice < 684 ? Script.POISON : Script.PLAIN, 0);
  }

  static NewJob job(String queue, Script script, int millis) {
    return NewJob.of(queue, Act.KIND, WORKSPACE, new Act(script, millis, 0));
  }
}
