package io.competitoriq.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.ReadOffers;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page our rules do not read is shown to the model, and its answer goes back unchanged but for
/// what makes no sense.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(StandInModel.class)
@WithTestResource(OfferPage.class)
class OfferReadingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final UUID workspace = UUID.randomUUID();
  private final UUID source = UUID.randomUUID();
  private final JobQueue jobs;
  private final WorkspaceTransactions transactions;

  OfferReadingTest(JobQueue jobs, WorkspaceTransactions transactions) {
    this.jobs = jobs;
    this.transactions = transactions;
  }

  @Test
  void theOffersReadGoBackToBeChecked() {
    // When
    read(OfferPage.titled("offers"));
    // Then
    JsonPath answer = JsonPath.from(answers("payload::text"));
    assertThat(answer.getString("sourceId")).isEqualTo(source.toString());
    assertThat(answer.getString("model")).isEqualTo(StandInModel.NAME);
    assertThat(answer.getList("offers.amount")).containsExactly("490");
    assertThat(spent()).isEqualTo("EXTRACTION ANSWERED");
  }

  @Test
  void theModelSeesTheContentOfThePageBetweenMarksItCannotWrite() {
    // When
    read(OfferPage.titled("offers between marks"));
    // Then
    JsonPath request = received("offers between marks");
    String data = request.getString("[0].messages[1].content");
    assertThat(data).contains("490 euros").doesNotContain("They saved us");
    assertThat(data.split("</crawled-data>", -1)).hasSize(2);
    assertThat(request.getString("[0].messages[0].content")).doesNotContain("490");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refusal", "prose", "empty", "other-shape", "rejected"})
  void aFailureChangesNothing(String mode) {
    // When
    read(OfferPage.titled("offers mode=" + mode));
    // Then
    assertThat(answers("count(*)::text")).isEqualTo("0");
  }

  @Test
  void aDocumentThatIsGoneIsNoFailure() {
    // When
    read(UUID.randomUUID());
    // Then
    assertThat(answers("count(*)::text")).isEqualTo("0");
    assertThat(spent()).isEqualTo("null");
  }

  private void read(UUID document) {
    var question = new ReadOffers(source, document, "0".repeat(64));
    transactions
        .in(
            workspace,
            tx ->
                jobs.enqueue(tx, NewJob.of(ReadOffers.QUEUE, ReadOffers.KIND, workspace, question)))
        .await()
        .atMost(PATIENCE);
    await().atMost(PATIENCE).until(() -> open() == 0);
  }

  private long open() {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where queue = 'analysis-jobs' and state in (0, 1) and workspace_id = '"
            + workspace
            + "'");
  }

  private String answers(String what) {
    return String.valueOf(
        TestDatabase.queryOne(
            "select "
                + what
                + " from jobs.job where queue = 'process-jobs' and workspace_id = '"
                + workspace
                + "'"));
  }

  private String spent() {
    return String.valueOf(
        TestDatabase.queryOne(
            "select string_agg(feature || ' ' || outcome, ', ') from analysis.model_call where workspace_id = '"
                + workspace
                + "'"));
  }

  private static JsonPath received(String title) {
    String base = ConfigProvider.getConfig().getValue("ciq.analysis.model.base-url", String.class);
    return given()
        .queryParam("title", title)
        .get(base.replace("/v1", "/received"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
