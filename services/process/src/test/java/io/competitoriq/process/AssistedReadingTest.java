package io.competitoriq.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.KeepOffers;
import io.competitoriq.messages.ReadOffer;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Pages about prices whose offers our rules do not read are read by a model; only what the page's
/// own words carry becomes a fact.
@QuarkusTest
@WithEmbeddedServers("process")
class AssistedReadingTest {

  private final Service service;
  private final JobQueue jobs;
  private final WorkspaceTransactions transactions;
  private final Source source =
      Source.of(SourceKind.PRICING, "https://lettercraft.example/pricing");

  AssistedReadingTest(Service service, JobQueue jobs, WorkspaceTransactions transactions) {
    this.service = service;
    this.jobs = jobs;
    this.transactions = transactions;
  }

  @Test
  void aPageOurRulesDoNotReadIsAskedAboutOnce() {
    // When
    service.visit(source, told("490", "990"), 0);
    service.visit(source, told("490", "990"), 1);
    // Then
    assertThat(questions()).isEqualTo(1);
    assertThat(prices()).isEmpty();
  }

  @Test
  void aPageOurRulesReadIsNotAskedAbout() {
    // When
    service.visit(source, card("$49"), 0);
    // Then
    assertThat(questions()).isZero();
    assertThat(prices()).hasSize(1);
  }

  @Test
  void onlyOffersWhosePlanQuoteAndAmountStandInThePageBecomeFacts() {
    // Given
    service.visit(source, told("490", "990"), 0);
    // When
    answer(
        offer("small edition", "490", "the small edition for 490 euros"),
        offer("large edition", "890", "the large edition for 990 euros"),
        offer("large edition", "990", "the large edition is 990 euros"),
        offer("huge edition", "990", "990 euros"));
    // Then
    JsonPath facts = service.get(source, "/facts?kind=PRICE&current=true");
    assertThat(facts.getList("items.subject")).containsExactly("small edition");
    assertThat(facts.getInt("items[0].value.amountMinor")).isEqualTo(49_000);
    assertThat(facts.getString("items[0].method")).isEqualTo("MODEL");
    assertThat(facts.getString("items[0].status")).isEqualTo("ACCEPTED");
    assertThat(facts.getBoolean("items[0].evidence[0].verified")).isTrue();
    assertThat(reading()).isEqualTo("READ 1 kept 3 dropped");
    assertThat(service.signals(source)).isZero();
  }

  @Test
  void whatTheModelReadStaysWhileThePageStaysAndUntilANewTextIsRead() {
    // Given
    service.visit(source, told("490", "990"), 0);
    answer(offer("small edition", "490", "the small edition for 490 euros"));
    // When
    service.visit(source, told("490", "990"), 1);
    service.visit(source, told("590", "990"), 2);
    // Then
    assertThat(prices()).containsExactly(49_000);
    assertThat(questions()).isEqualTo(2);
    assertThat(service.signals(source)).isZero();
  }

  @Test
  void aPriceTheModelReadsDifferentlyInANewTextIsAChange() {
    // Given
    service.visit(source, told("490", "990"), 0);
    answer(offer("small edition", "490", "the small edition for 490 euros"));
    service.visit(source, told("590", "990"), 1);
    // When
    answer(offer("small edition", "590", "the small edition for 590 euros"));
    // Then
    JsonPath changes = service.get(source, "/changes");
    assertThat(changes.getList("items.status")).containsExactly("CONFIRMED", "CANDIDATE");
    String fact = "items[0].facts[0].";
    assertThat(changes.getInt(fact + "before.amountMinor")).isEqualTo(49_000);
    assertThat(changes.getInt(fact + "after.amountMinor")).isEqualTo(59_000);
    assertThat(prices()).containsExactly(59_000);
    assertThat(service.signals(source)).isEqualTo(1);
  }

  @Test
  void anAnswerToATextThatIsGoneIsKeptForItsReturnAndChangesNothing() {
    // Given
    service.visit(source, told("490", "990"), 0);
    KeepOffers late = read(offer("small edition", "490", "the small edition for 490 euros"));
    service.visit(source, told("590", "990"), 1);
    // When
    keep(late);
    // Then
    assertThat(prices()).isEmpty();
    // When
    service.visit(source, told("490", "990"), 2);
    await().atMost(Duration.ofSeconds(20)).until(() -> Service.open(source) == 0);
    // Then
    assertThat(prices()).containsExactly(49_000);
    assertThat(questions()).isEqualTo(2);
  }

  @Test
  void whatTheModelReadGivesWayToWhatOurRulesRead() {
    // Given
    service.visit(source, told("490", "990"), 0);
    answer(offer("small edition", "490", "the small edition for 490 euros"));
    // When
    service.visit(source, card("$49"), 1);
    // Then
    assertThat(prices()).containsExactly(4_900);
  }

  private static String told(String small, String large) {
    return "<html><head><title>What it costs</title></head><body><main><h1>What it costs</h1><p>"
        + "Whoever runs one shop is well served by the small edition for "
        + small
        + " euros, while chains of shops have been taking the large edition for "
        + large
        + " euros since we opened in Antwerp.</p></main></body></html>";
  }

  private static String card(String price) {
    return "<html><body><main><h1>Pricing</h1><div><h2>Pro</h2><p>"
        + price
        + "/month</p></div></main></body></html>";
  }

  private static ReadOffer offer(String plan, String amount, String quote) {
    return new ReadOffer(plan, amount, "EUR", BillingPeriod.ONCE, null, false, quote);
  }

  private void answer(ReadOffer... offers) {
    keep(read(offers));
  }

  /// What the model's service sends back about the latest question.
  private KeepOffers read(ReadOffer... offers) {
    String[] asked =
        String.valueOf(
                TestDatabase.queryOne(
                    "select document_id || ' ' || text_sha256 from process.assisted_reading where source_id = '"
                        + source.id()
                        + "' order by asked_at desc limit 1"))
            .split(" ");
    return new KeepOffers(
        source.id(), UUID.fromString(asked[0]), asked[1], "gpt-test", 1, List.of(offers));
  }

  private void keep(KeepOffers read) {
    transactions
        .in(
            source.workspace(),
            tx ->
                jobs.enqueue(
                    tx, NewJob.of(KeepOffers.QUEUE, KeepOffers.KIND, source.workspace(), read)))
        .await()
        .atMost(Duration.ofSeconds(20));
    await().atMost(Duration.ofSeconds(20)).until(() -> Service.open(source) == 0);
  }

  private List<Integer> prices() {
    return service.get(source, "/facts?kind=PRICE&current=true").getList("items.value.amountMinor");
  }

  private long questions() {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where queue = 'analysis-jobs' and workspace_id = '"
            + source.workspace()
            + "'");
  }

  private String reading() {
    return String.valueOf(
        TestDatabase.queryOne(
            "select state || ' ' || kept || ' kept ' || dropped || ' dropped' from process.assisted_reading where source_id = '"
                + source.id()
                + "'"));
  }
}
