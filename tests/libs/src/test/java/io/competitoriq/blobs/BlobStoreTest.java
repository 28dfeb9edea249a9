package io.competitoriq.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
class BlobStoreTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject BlobStore blobs;
  @Inject WorkspaceTransactions transactions;

  @Test
  void bodyComesBackByItsHash() {
    // Given
    byte[] body = "<html>Preise: 49 €</html>".getBytes(StandardCharsets.UTF_8);
    // When
    String hash = put(body);
    // Then
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(get(hash)).isEqualTo(body);
  }

  @Test
  void emptyBodyHasTheHashOfNothing() {
    // When
    String hash = put(new byte[0]);
    // Then
    assertThat(hash).startsWith("e3b0c44298fc1c149afbf4c8996fb924");
    assertThat(get(hash)).isEmpty();
  }

  @Test
  void sameBodyIsStoredOnce() {
    // Given
    byte[] body = random(50_000);
    // When
    String first = put(body);
    String second = put(body);
    // Then
    assertThat(second).isEqualTo(first);
    assertThat(TestDatabase.queryLong(count(first))).isOne();
  }

  @Test
  void textIsStoredSmallerThanItIs() {
    // Given
    byte[] body =
        "the same words again and again. ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    // When
    String hash = put(body);
    // Then
    assertThat(
            TestDatabase.queryLong(
                "select stored_bytes from blobs.blob where sha256 = '" + hash + "'"))
        .isLessThan(body.length / 100);
    assertThat(get(hash)).isEqualTo(body);
  }

  @Test
  void unknownHashIsMissing() {
    assertThatThrownBy(() -> get("0".repeat(64))).isInstanceOf(BlobMissing.class);
  }

  @Test
  void damagedBodyIsNotHandedOut() {
    // Given
    String intact = put(random(1000));
    String damaged = put(random(1001));
    // When
    TestDatabase.execute(
        "update blobs.blob set (body, raw_bytes) ="
            + " (select body, raw_bytes from blobs.blob where sha256 = '%s') where sha256 = '%s'"
                .formatted(intact, damaged));
    // Then
    assertThatThrownBy(() -> get(damaged)).isInstanceOf(BlobDamaged.class);
  }

  @Test
  void bodyThatWasPutLatelyIsNotDroppedAndOneThatWasNotIs() {
    // Given
    String fresh = put(random(2000));
    String idle = put(random(2001));
    String putAgain = put(random(2002));
    age(idle);
    age(putAgain);
    put(random(2002));
    // Then
    assertThat(drop(fresh)).isEqualTo(-1);
    assertThat(drop(putAgain)).isEqualTo(-1);
    assertThat(drop(idle)).isPositive();
    assertThat(drop(idle)).isZero();
    assertThatThrownBy(() -> get(idle)).isInstanceOf(BlobMissing.class);
    assertThat(get(putAgain)).isEqualTo(random(2002));
  }

  @Test
  void touchingKeepsWhatIsThereAndTellsWhatIsNot() {
    // Given
    String known = put(random(3000));
    age(known);
    // When
    boolean there = touch(known);
    // Then
    assertThat(there).isTrue();
    assertThat(drop(known)).isEqualTo(-1);
    assertThat(touch("0".repeat(64))).isFalse();
  }

  private boolean touch(String hash) {
    return transactions.global(tx -> blobs.touch(tx, hash)).await().atMost(PATIENCE);
  }

  private static void age(String hash) {
    TestDatabase.execute(
        "update blobs.blob set put_at = now() - interval '2 days' where sha256 = '" + hash + "'");
  }

  /// The bytes given back, -1 when it stays.
  private static long drop(String hash) {
    return TestDatabase.queryLong("select blobs.drop_idle('" + hash + "', interval '1 day')");
  }

  private String put(byte[] body) {
    return blobs.put(body).await().atMost(PATIENCE);
  }

  private byte[] get(String hash) {
    return blobs.get(hash).await().atMost(PATIENCE);
  }

  private static String count(String hash) {
    return "select count(*) from blobs.blob where sha256 = '" + hash + "'";
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
