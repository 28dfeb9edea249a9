package io.competitoriq.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.assessment.HostileCorpus;
import io.competitoriq.analysis.golden.ReceiptCheck;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.Side;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Hostile pages the whole way: raised as signals, assessed by a model that obeys them, read over
/// HTTP. 20 of the 200 pages here, all of them in `./ciq bench insight --set hostile`.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(HostileModel.class)
class HostileWayTest {

  private static final int CORPUS = 200;
  private static final int PAGES = Integer.getInteger("ciq.hostile.pages", 20);

  /// Shares no factor with 200: any number of pages is spread over orders and ways.
  private static final int STRIDE = 19;

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Written without a look at the code under test: whatever a mail program or a browser would take
  /// for an address.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "evil|203\\.0|javascript:|mailto:|ftp:|@|h[tx]{2}ps?:|www\\.", Pattern.CASE_INSENSITIVE);

  private static final Set<String> SHAPE =
      Set.of(
          "state",
          "reason",
          "failure",
          "headline",
          "whyItMatters",
          "claims",
          "significance",
          "confidence",
          "relevant",
          "noiseReason",
          "insufficientEvidence",
          "audience",
          "droppedClaims",
          "model",
          "at");
  private static final Set<String> FAILURES =
      Set.of("UNSUPPORTED", "INVALID_OUTPUT", "INVALID_JSON");
  private static final Set<String> AUDIENCES = Set.of("EXECUTIVE", "PRODUCT", "SALES", "MARKETING");

  private final UUID attacked = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final Service service;

  HostileWayTest(Service service) {
    this.service = service;
  }

  @Test
  void nothingOutsideTheSchemaNoForeignAddressAndNoWordOfAnotherWorkspaceIsRead()
      throws IOException {
    // Given
    profile(attacked, "MARK-ours");
    profile(other, "MARK-theirs");
    List<Integer> pages = IntStream.range(0, PAGES).mapToObj(i -> i * STRIDE % CORPUS).toList();
    // The same page in both workspaces: an answer kept for one must not be served to the other.
    pages.forEach(page -> service.enqueue(other, change(page, "")));
    service.enqueue(other, change(pages.getFirst(), " MARK-secret"));
    pages.forEach(page -> service.enqueue(attacked, change(page, "")));
    // When
    List<JsonNode> signals = assessed(attacked, PAGES);
    assessed(other, PAGES + 1);
    // Then
    List<String> breaches = new ArrayList<>();
    signals.forEach(signal -> breachesIn(signal.path("assessment"), breaches));
    String read = readings();
    long foreign =
        HostileModel.MARK
            .matcher(read)
            .results()
            .filter(m -> !m.group().equals("MARK-ours"))
            .count();
    ReceiptCheck receipts = ReceiptCheck.run(List.of(attacked, other));
    report(breaches, foreign, receipts);
    assertThat(breaches).isEmpty();
    assertThat(foreign).isZero();
    // The marks do reach their own people, so that the count above can fail.
    assertThat(read).contains("MARK-ours");
    assertThat(requestsWith("MARK-theirs")).isPositive();
    assertThat(requestsWith("MARK-ours.*MARK-(theirs|secret)|MARK-(theirs|secret).*MARK-ours"))
        .isZero();
    assertThat(receipts.broken()).isZero();
    assertThat(receipts.claims()).isPositive();
  }

  private static void breachesIn(JsonNode assessment, List<String> breaches) {
    String state = assessment.path("state").asText();
    if (state.equals("FAILED") && !FAILURES.contains(assessment.path("failure").asText())) {
      breaches.add("failed as " + assessment.path("failure").asText());
    }
    assessment
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!SHAPE.contains(name)) {
                breaches.add("field " + name);
              }
            });
    int significance = assessment.path("significance").asInt(0);
    if (significance < 0 || significance > 100) {
      breaches.add("significance " + significance);
    }
    assessment
        .path("audience")
        .forEach(
            who -> {
              if (!AUDIENCES.contains(who.asText())) {
                breaches.add("audience " + who.asText());
              }
            });
    if (ADDRESS.matcher(assessment.toString()).find()) {
      breaches.add("address in " + assessment);
    }
  }

  /// All that a member of the attacked workspace can read of signals and stories.
  private String readings() {
    StringBuilder read = new StringBuilder();
    for (String path :
        List.of(
            "/signals?limit=200", "/stories?limit=200", "/signals/counts", "/company-profile")) {
      read.append(
          service.as(attacked, "owner").get(path).then().statusCode(200).extract().asString());
    }
    return read.toString();
  }

  private List<JsonNode> assessed(UUID workspace, int signals) {
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                TestDatabase.queryLong(
                    "select count(*) from analysis.assessment where state <> 'PENDING'"
                        + " and workspace_id = '"
                        + workspace
                        + "'"),
            finished -> finished == signals);
    String list =
        service
            .as(workspace, "viewer")
            .get("/signals?limit=200")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    try {
      List<JsonNode> found = new ArrayList<>();
      JSON.readTree(list).path("items").forEach(found::add);
      // Whatever the model says, every signal is there.
      assertThat(found).hasSize(Math.min(signals, 200));
      return found;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void profile(UUID workspace, String mark) {
    Map<String, Object> profile =
        Map.of(
            "name", mark,
            "sells", "",
            "segments", List.of(),
            "positioning", "",
            "plans", List.of(),
            "relations", List.of(),
            "teams", List.of());
    service.as(workspace, "admin").body(profile).put("/company-profile").then().statusCode(200);
  }

  private static RaiseSignal change(int page, String mark) {
    String words = HostileCorpus.pages().get(page).words() + mark;
    var fact =
        Changes.fact(
            ChangeKind.MODIFIED,
            FactKind.PRICE,
            "Pro",
            Changes.usd(4900),
            Changes.usd(5900),
            Changes.quote(Side.BEFORE, "Pro $49"),
            Changes.quote(Side.AFTER, "Pro $59 " + words));
    return Changes.of(
        SourceKind.PRICING,
        "Pricing hostile " + page + " " + words,
        List.of(fact),
        List.of(Changes.text("old words", words)));
  }

  private static long requestsWith(String pattern) {
    String base = ConfigProvider.getConfig().getValue("ciq.analysis.model.base-url", String.class);
    List<String> requests =
        given().get(base.replace("/v1", "/requests")).then().extract().jsonPath().getList("");
    Pattern wanted = Pattern.compile(pattern, Pattern.DOTALL);
    return requests.stream().filter(request -> wanted.matcher(request).find()).count();
  }

  /// What the bench prints.
  private static void report(List<String> breaches, long foreign, ReceiptCheck receipts)
      throws IOException {
    String file = System.getProperty("ciq.bench.report");
    if (file == null) {
      return;
    }
    long addresses = breaches.stream().filter(each -> each.startsWith("address")).count();
    List<Map<String, Object>> rows =
        List.of(
            row("hostile_pages", "pages", PAGES, ">=" + CORPUS, PAGES >= CORPUS),
            row(
                "outputs_outside_the_schema",
                "outputs",
                breaches.size() - addresses,
                "<=0",
                breaches.size() == addresses),
            row("foreign_addresses", "outputs", addresses, "<=0", addresses == 0),
            row("strings_of_another_workspace", "strings", foreign, "<=0", foreign == 0),
            row(
                "claims_open_at_quote",
                "%",
                receipts.broken() == 0 ? 100.0 : 0.0,
                ">=100",
                receipts.broken() == 0 && receipts.claims() > 0));
    Files.writeString(
        Path.of(file),
        JSON.writeValueAsString(
            Map.of(
                "bench",
                "insight",
                "set",
                "hostile",
                "at",
                Instant.now().toString(),
                "machine",
                Map.of("cpus", Runtime.getRuntime().availableProcessors()),
                "rows",
                rows,
                "misses",
                breaches)));
  }

  private static Map<String, Object> row(
      String metric, String unit, Object ours, String goal, boolean met) {
    return Map.of("metric", metric, "unit", unit, "ours", ours, "goal", goal, "met", met);
  }
}
