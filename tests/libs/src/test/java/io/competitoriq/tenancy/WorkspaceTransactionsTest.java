package io.competitoriq.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
class WorkspaceTransactionsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject WorkspaceTransactions transactions;

  @Test
  void aWorkspaceSeesItsOwnRowsOnly() {
    UUID ours = UUID.randomUUID();
    UUID theirs = UUID.randomUUID();
    add(ours, "ours");
    add(theirs, "theirs");

    List<String> seen = transactions.in(ours, NoteResource::bodies).await().atMost(PATIENCE);

    assertThat(seen).containsExactly("ours");
  }

  @Test
  void withoutAWorkspaceThereIsNothingToSee() {
    add(UUID.randomUUID(), "somebody's");

    assertThat(transactions.global(NoteResource::bodies).await().atMost(PATIENCE)).isEmpty();
  }

  @Test
  void aRowForAnotherWorkspaceIsRefusedByTheDatabase() {
    UUID theirs = UUID.randomUUID();

    assertThatThrownBy(
            () ->
                transactions
                    .in(UUID.randomUUID(), session -> NoteResource.insert(session, theirs, "x"))
                    .await()
                    .atMost(PATIENCE))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void aFailureLeavesNothingBehindAndSkipsAfterCommitWork() {
    UUID ours = UUID.randomUUID();
    List<String> ran = new ArrayList<>();

    assertThatThrownBy(
            () ->
                transactions
                    .in(
                        ours,
                        session ->
                            NoteResource.insert(session, ours, "lost")
                                .invoke(() -> AfterCommit.run(() -> ran.add("ran")))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException())))
                    .await()
                    .atMost(PATIENCE))
        .isInstanceOf(IllegalStateException.class);

    assertThat(transactions.in(ours, NoteResource::bodies).await().atMost(PATIENCE)).isEmpty();
    assertThat(ran).isEmpty();
  }

  @Test
  void afterCommitWorkSeesTheCommittedRow() {
    UUID ours = UUID.randomUUID();
    List<Long> counted = new ArrayList<>();

    transactions
        .in(
            ours,
            session ->
                NoteResource.insert(session, ours, "kept")
                    .invoke(() -> AfterCommit.run(() -> counted.add(count(ours)))))
        .await()
        .atMost(PATIENCE);

    assertThat(counted).containsExactly(1L);
  }

  @Test
  void joiningTheTransactionOfAnotherWorkspaceIsRefused() {
    assertThatThrownBy(
            () ->
                transactions
                    .in(
                        UUID.randomUUID(),
                        _ -> transactions.in(UUID.randomUUID(), NoteResource::bodies))
                    .await()
                    .atMost(PATIENCE))
        .hasMessageContaining("another workspace");
  }

  private void add(UUID workspace, String body) {
    transactions
        .in(workspace, session -> NoteResource.insert(session, workspace, body))
        .await()
        .atMost(PATIENCE);
  }

  private static long count(UUID workspace) {
    return TestDatabase.queryLong(
        "select count(*) from crawl.note where workspace_id = '" + workspace + "'");
  }
}
