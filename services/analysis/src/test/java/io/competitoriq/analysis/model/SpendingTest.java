package io.competitoriq.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.competitoriq.analysis.StandInModel;
import io.competitoriq.analysis.model.ModelReply.Answered;
import io.competitoriq.analysis.model.ModelReply.Unaffordable;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Money is set aside, spent and counted in PostgreSQL; the model is a stand-in that says what its
/// answers cost: 900 tokens in and 120 out, 2100 micro-USD.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(StandInModel.class)
class SpendingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long COST = 2100;
  private static final long PLENTY = 1_000_000_000;

  private final UUID workspace = UUID.randomUUID();
  private final Inquiries inquiries;
  private final Budgets budgets;
  private final Spending spending;
  private final AbandonedCalls abandoned;
  private final WorkspaceTransactions transactions;

  SpendingTest(
      Inquiries inquiries,
      Budgets budgets,
      Spending spending,
      AbandonedCalls abandoned,
      WorkspaceTransactions transactions) {
    this.inquiries = inquiries;
    this.budgets = budgets;
    this.spending = spending;
    this.abandoned = abandoned;
    this.transactions = transactions;
  }

  @Test
  void twentyWorkersTogetherNeverSpendMoreThanTheBudget() throws Exception {
    // Given
    long cap = 200_000;
    budget(Account.WORKSPACE, cap, PLENTY);
    var replies = new ConcurrentLinkedQueue<ModelReply>();
    // When
    try (var workers = Executors.newFixedThreadPool(20)) {
      List<Future<?>> work =
          IntStream.range(0, 20)
              .<Future<?>>mapToObj(_ -> workers.submit(() -> askMany(replies)))
              .toList();
      for (Future<?> one : work) {
        one.get();
      }
    }
    // Then
    long answered = replies.stream().filter(Answered.class::isInstance).count();
    long refused = replies.stream().filter(Unaffordable.class::isInstance).count();
    assertThat(answered + refused).isEqualTo(800);
    assertThat(spent("WORKSPACE", "DAY")).isEqualTo(answered * COST).isEqualTo(ledger());
    assertThat(spent("WORKSPACE", "DAY")).isBetween(cap / 2, cap);
    assertThat(refused).isPositive();
    assertThat(reserved()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "WORKSPACE, 1000, 1000000000, today's budget, true",
    "WORKSPACE, 1000000000, 1000, this month's budget, false",
    "ASSESSMENT, 1000, 1000000000, for assessment, true",
    "ASSESSMENT, 1000000000, 1000, for assessment, false",
    "WORKSPACE, 0, 0, today's budget, true",
  })
  void eachBudgetBindsAndSaysSo(
      String account, long day, long month, String words, boolean comesBack) {
    // Given
    budget(new Account(account), day, month);
    // When
    ModelReply reply = ask("other-shape");
    // Then
    assertThat(reply).isInstanceOf(Unaffordable.class);
    assertThat(((Unaffordable) reply).reason()).contains(words);
    assertThat(((Unaffordable) reply).after().isPresent()).isEqualTo(comesBack);
    assertThat(ledger()).isZero();
    assertThat(reserved()).isZero();
  }

  @Test
  void moneySetAsideForAnotherCallIsWaitedForBriefly() {
    // Given
    budget(Account.WORKSPACE, 100_000, PLENTY);
    UUID other = reserve(90_000);
    // When
    ModelReply whileOpen = ask("other-shape");
    settle(other);
    ModelReply after = ask("other-shape");
    // Then
    assertThat(((Unaffordable) whileOpen).after()).contains(Duration.ofSeconds(5));
    assertThat(after).isInstanceOf(Answered.class);
  }

  @ParameterizedTest
  @CsvSource({
    "other-shape, 2100, 2100",
    "broken, 0, 0",
    "rejected, 0, 0",
    // Worked on unseen, or not counted by the server: as much as it can have cost.
    "silent, 40000, 42000",
    "uncounted, 40000, 42000",
  })
  void callCostsWhatWasSeenOrElseTheMostItCan(String mode, long least, long most) {
    // When
    ask(mode);
    // Then
    assertThat(spent("ASSESSMENT", "MONTH")).isBetween(least, most).isEqualTo(ledger());
    assertThat(reserved()).isZero();
  }

  @Test
  void callOfADeadProcessCountsAsCharged() {
    // Given
    reserve(70_000);
    TestDatabase.execute(
        "update analysis.model_reservation set created_at = now() - interval '1 hour'");
    // When
    abandoned.sweep().await().atMost(PATIENCE);
    // Then
    assertThat(spent("WORKSPACE", "DAY")).isEqualTo(70_000).isEqualTo(ledger());
    assertThat(reserved()).isZero();
  }

  @Test
  void reservationIsSettledOnce() {
    // Given
    UUID id = reserve(70_000);
    // When
    settle(id);
    settle(id);
    // Then
    assertThat(spent("WORKSPACE", "DAY")).isEqualTo(1);
    assertThat(reserved()).isZero();
  }

  private void askMany(ConcurrentLinkedQueue<ModelReply> replies) {
    for (int i = 0; i < 40; i++) {
      replies.add(ask("other-shape"));
    }
  }

  private ModelReply ask(String mode) {
    String data =
        "<crawled-data>\n{\"page\":{\"title\":\"mode=%s\"},\"changes\":[{\"evidence\":[{},{\"id\":\"E1\",\"quote\":\"x\"}]}]}\n</crawled-data>"
            .formatted(mode);
    var question = new ModelQuestion("Say.", data, "any", JsonNodeFactory.instance.objectNode());
    return inquiries.ask(purpose(), question, _ -> Optional.empty()).await().atMost(PATIENCE);
  }

  private Purpose purpose() {
    return new Purpose(workspace, Feature.ASSESSMENT, null, 1, "0".repeat(64));
  }

  private UUID reserve(long micros) {
    return transactions
        .in(workspace, tx -> spending.reserve(tx, purpose(), StandInModel.NAME, micros))
        .await()
        .atMost(PATIENCE);
  }

  private void settle(UUID id) {
    transactions
        .in(workspace, tx -> spending.settle(tx, id, OptionalLong.of(1)))
        .await()
        .atMost(PATIENCE);
  }

  private void budget(Account account, long day, long month) {
    transactions
        .in(workspace, tx -> budgets.put(tx, workspace, account, new Budget(day, month)))
        .await()
        .atMost(PATIENCE);
  }

  private long spent(String account, String period) {
    return TestDatabase.queryLong(
        "select coalesce(sum(spent_micros), 0) from analysis.model_spend where workspace_id = '%s'"
                .formatted(workspace)
            + " and account = '%s' and period = '%s'".formatted(account, period));
  }

  private long reserved() {
    return TestDatabase.queryLong(
        "select coalesce(sum(reserved_micros), 0) from analysis.model_spend where workspace_id = '"
            + workspace
            + "'");
  }

  private long ledger() {
    return TestDatabase.queryLong(
        "select coalesce(sum(cost_micros), 0) from analysis.model_call where workspace_id = '"
            + workspace
            + "'");
  }
}
