package io.competitoriq.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
