package io.competitoriq.crawl.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.crawl.retention.Selection.Selected;
import io.competitoriq.crawl.retention.SpareSnapshots.Spare;
import io.competitoriq.crawl.standin.ProcessStandIn;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.http.Ids;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// No body is lost that anybody names, whoever comes in between and wherever it stops.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
class ReleaseSafetyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject BlobStore blobs;
  @Inject Janitor janitor;
  @Inject Selection selection;
  @Inject Releases releases;
  private ProcessStandIn process;
  private Shelf shelf;

  @BeforeEach
  void open() {
    process = new ProcessStandIn();
    shelf = Shelf.of(blobs);
    shelf.rule(2, true, 30);
  }

  @AfterEach
  void close() {
    process.close();
  }

  @Test
  void aBodyTwoSnapshotsShareStaysForTheOtherOne() {
    // Given
    UUID old = shelf.snapshot(90, "same");
    shelf.snapshot(60, "between");
    UUID again = shelf.snapshot(50, "same");
    // When
    assertThat(tidy(shelf)).isOne();
    // Then
    assertThat(shelf.bodyOf(old)).isEqualTo(410);
    assertThat(shelf.bodyOf(again)).isEqualTo(200);
    assertThat(shelf.releasedBytes()).isZero();
  }

  @Test
  void aBodyAnotherWorkspaceHasStaysUntilItLetsItGoToo() {
    // Given
    Shelf other = Shelf.of(blobs);
    other.rule(2, true, 30);
    UUID mine = shelf.spare("everybody's");
    UUID theirs = other.spare("everybody's");
    // When
    tidy(shelf);
    // Then
    assertThat(shelf.bodyOf(mine)).isEqualTo(410);
    assertThat(other.bodyOf(theirs)).isEqualTo(200);
    tidy(other);
    assertThat(Shelf.stored("everybody''s")).isFalse();
    assertThat(other.releasedBytes()).isPositive();
  }

  @Test
  void twoReleasesAtOnceOfAllThatNameABodyLeaveNoneBehind() {
    // Given
    Shelf other = Shelf.of(blobs);
    other.rule(2, true, 30);
    shelf.spare("both at once");
    other.spare("both at once");
    // When
    Uni.join()
        .all(janitor.tidy(shelf.place()), janitor.tidy(other.place()))
        .andFailFast()
        .await()
        .atMost(PATIENCE);
    // Then
    assertThat(shelf.released() + other.released()).isEqualTo(2);
    assertThat(Shelf.stored("both at once")).isFalse();
  }

  @Test
  void aBodyAProviderWasPaidForStays() {
    // Given
    UUID old = shelf.spare("paid");
    TestDatabase.execute(
        """
        insert into crawl.provider_usage (id, workspace_id, provider, call, state, answer_sha256, month, started_at)
        values ('%s', '%s', 'SEARCHAPI', 'search', 'ANSWERED', '%s', date '2026-11-01', now())\
        """
            .formatted(Ids.next(), shelf.workspace(), hash(old)));
    // When
    assertThat(tidy(shelf)).isOne();
    // Then
    assertThat(Shelf.stored("paid")).isTrue();
  }

  @Test
  void aVisitThatStoresTheBodyBeforeTheReleaseKeepsItForItsRow() {
    // Given
    UUID old = shelf.spare("seen again");
    Selected selected = selected();
    shelf.put("seen again");
    // When
    OptionalLong released = release(old, selected);
    // Then
    assertThat(released).isEmpty();
    assertThat(Shelf.stored("seen again")).isTrue();
    assertThat(shelf.released()).isZero();
  }

  @Test
  void aVisitThatStoresTheBodyWhileItIsBeingDroppedPutsItAnew() throws SQLException {
    // Given
    UUID old = shelf.spare("dropped and put");
    try (Connection dropping = inWorkspace()) {
      assertThat(drop(dropping, old)).isPositive();
      var put = blobs.put(bytes("dropped and put")).subscribeAsCompletionStage();
      // When
      dropping.commit();
      put.join();
    }
    // Then
    assertThat(Shelf.stored("dropped and put")).isTrue();
  }

  @Test
  void aTouchThatHasNotCommittedYetIsWaitedForAndTheReleaseIsPutOff() throws SQLException {
    // Given
    UUID old = shelf.spare("touched");
    Selected selected = selected();
    try (Connection visiting = inWorkspace();
        var touch = visiting.prepareStatement("select blobs.touch(?)")) {
      touch.setString(1, hash(old));
      touch.execute();
      var release = releases.release(shelf.place(), old, selected.cited());
      var released = release.subscribeAsCompletionStage();
      // When
      visiting.commit();
      // Then
      assertThat(released.join()).isEmpty();
    }
    assertThat(Shelf.stored("touched")).isTrue();
    assertThat(shelf.released()).isZero();
  }

  @Test
  void aHoldThatComesBetweenLookAndReleaseWins() {
    // Given
    UUID old = shelf.spare("held in time");
    Selected selected = selected();
    shelf
        .as("admin")
        .contentType("application/json")
        .body("{\"reason\":\"Case 8\"}")
        .put("/snapshots/" + old + "/hold")
        .then()
        .statusCode(200);
    // When
    OptionalLong released = release(old, selected);
    // Then
    assertThat(released).isEmpty();
    assertThat(shelf.bodyOf(old)).isEqualTo(200);
  }

  @Test
  void killedBetweenTwoReleasesTheNextLookGoesOnWithTheSecond() {
    // Given
    UUID first = shelf.snapshot(95, "killed: first");
    UUID second = shelf.spare("killed: second");
    Selected selected = selected();
    assertThat(release(first, selected)).isPresent();
    // When
    long rest = tidy(shelf);
    // Then
    assertThat(rest).isOne();
    assertThat(shelf.released()).isEqualTo(2);
    assertThat(shelf.bodyOf(second)).isEqualTo(410);
    assertThat(release(first, selected)).isEmpty();
  }

  @Test
  void killedAfterTheBodyAndBeforeTheRecordBothAreAsTheyWere() throws SQLException {
    // Given
    UUID old = shelf.spare("half-way");
    try (Connection dying = inWorkspace()) {
      assertThat(drop(dying, old)).isPositive();
      // When
      dying.rollback();
    }
    // Then
    assertThat(shelf.bodyOf(old)).isEqualTo(200);
    assertThat(tidy(shelf)).isOne();
  }

  @Test
  void anotherWorkspaceReleasesNothingHere() {
    // Given
    UUID old = shelf.spare("not theirs");
    Place strange = new Place(Ids.next(), shelf.source());
    // When
    long released = janitor.tidy(strange).await().atMost(PATIENCE);
    // Then
    assertThat(released).isZero();
    assertThat(shelf.bodyOf(old)).isEqualTo(200);
  }

  @Test
  void theRecordCannotBeRewritten() throws SQLException {
    shelf.spare("for good");
    tidy(shelf);
    for (String sql :
        List.of(
            "update release set stored_bytes = 0",
            "delete from release",
            "delete from hold",
            "update hold set reason = 'x'",
            "update retention_rule set body_days = 1")) {
      try (Connection crawl = inWorkspace();
          var statement = crawl.createStatement()) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
      }
    }
  }

  private Selected selected() {
    return selection
        .next(shelf.place(), Optional.empty(), Spare.BEGINNING)
        .await()
        .atMost(PATIENCE);
  }

  private OptionalLong release(UUID snapshot, Selected selected) {
    return releases.release(shelf.place(), snapshot, selected.cited()).await().atMost(PATIENCE);
  }

  private long tidy(Shelf it) {
    return janitor.tidy(it.place()).await().atMost(PATIENCE);
  }

  private Connection inWorkspace() throws SQLException {
    Connection connection = TestDatabase.as("ciq_crawl");
    connection.setAutoCommit(false);
    try (var bind = connection.prepareStatement("select set_config('ciq.workspace', ?, true)")) {
      bind.setString(1, shelf.workspace().toString());
      bind.execute();
    }
    return connection;
  }

  private static long drop(Connection connection, UUID snapshot) throws SQLException {
    try (var drop = connection.prepareStatement("select drop_bodies(?, interval '1 day')")) {
      drop.setObject(1, snapshot);
      var rows = drop.executeQuery();
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String hash(UUID snapshot) {
    return String.valueOf(
        TestDatabase.queryOne(
            "select body_sha256 from crawl.snapshot where id = '" + snapshot + "'"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
