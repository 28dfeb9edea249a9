package io.competitoriq.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {

  private static final Limit USER = new Limit("user", "u", 60, 2);
  private static final Limit WORKSPACE = new Limit("workspace", "w", 60, 3);

  private final LocalBuckets buckets = new LocalBuckets();

  @Test
  void burstPassesAtOnceThenOneASecond() {
    assertThat(take(0)).isZero();
    assertThat(take(0)).isZero();
    assertThat(take(0)).isEqualTo(1000);
    assertThat(take(400)).isEqualTo(600);
    assertThat(take(1000)).isZero();
    assertThat(take(1000)).isEqualTo(1000);
  }

  @Test
  void refusedRequestCostsTheOtherBucketNothing() {
    take(0);
    take(0);
    for (int i = 0; i < 10; i++) {
      take(0);
    }

    List<Limit.Standing> other =
        buckets.take(List.of(new Limit("user", "another", 60, 2), WORKSPACE), 0);

    assertThat(other).extracting(Limit.Standing::waitMillis).containsOnly(0L);
    assertThat(other.getLast().left()).isZero();
  }

  @Test
  void whatIsLeftIsToldAsTheDraftWants() {
    Limit.Standing standing = buckets.take(List.of(USER), 0).getFirst();

    assertThat(USER.policy()).isEqualTo("\"user\";q=60;w=60");
    assertThat(standing.header()).isEqualTo("\"user\";r=1;t=1");
  }

  private long take(long now) {
    return buckets.take(List.of(USER, WORKSPACE), now).getFirst().waitMillis();
  }
}
