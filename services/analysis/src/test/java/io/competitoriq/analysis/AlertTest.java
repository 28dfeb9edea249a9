package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.condition;
import static io.competitoriq.analysis.AlertStage.price;
import static io.competitoriq.analysis.AlertStage.telling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.messages.FactKind;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(Receiver.class)
class AlertTest {

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final String path = "/ok/" + workspace;
  private final Service service;
  private final AlertStage stage;

  AlertTest(Service service, AlertStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void priceThatRisesIsToldWithOldAndNewValue() {
    // Given
    String rule = rule(Map.of("factKind", "PRICE", "operator", "RISES_BY", "value", 5), Map.of());
    // When
    String signal = stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    // Then
    stage.delivered(workspace);
    JsonPath told = new JsonPath(Receiver.calls(path).getFirst().body());
    assertThat(told.getString("type")).isEqualTo("alert.fired");
    assertThat(told.getString("data.rule.id")).isEqualTo(rule);
    assertThat(told.getString("data.items[0].signalId")).isEqualTo(signal);
    assertThat(told.getList("data.items[0].moves")).containsExactly("Pro: $49 → $59");
    assertThat(told.getString("data.items[0].link")).endsWith("/signals/" + signal);
    assertThat(stage.firings(workspace, rule).getString("items[0].state")).isEqualTo("SENT");
  }

  /// Pro goes from $49 to $59 (+20.4 %), category PRICING, significance 95.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                                       | true",
        "{'categories':['PRICING']}                                               | true",
        "{'categories':['HIRING']}                                                | false",
        "{'leastSignificance':95}                                                 | true",
        "{'leastSignificance':96}                                                 | false",
        "{'keywords':['pro']}                                                     | true",
        "{'keywords':['enterprise','raised from']}                                | true",
        "{'keywords':['raised to']}                                               | false",
        "{'factKind':'PRICE'}                                                     | true",
        "{'factKind':'PLAN'}                                                      | false",
        "{'factKind':'PRICE','field':'amount','operator':'CHANGED'}               | true",
        "{'factKind':'PRICE','field':'seats','operator':'CHANGED'}                | false",
        "{'factKind':'PRICE','operator':'REMOVED'}                                | false",
        "{'factKind':'PRICE','operator':'RISES_BY','value':20}                    | true",
        "{'factKind':'PRICE','operator':'RISES_BY','value':21}                    | false",
        "{'factKind':'PRICE','operator':'FALLS_BY','value':1}                     | false",
        "{'factKind':'PRICE','operator':'MOVES_BY','value':20}                    | true",
        "{'factKind':'PRICE','operator':'ABOVE','value':5800,'currency':'USD'}    | true",
        "{'factKind':'PRICE','operator':'ABOVE','value':5900,'currency':'USD'}    | false",
        "{'factKind':'PRICE','operator':'ABOVE','value':5800,'currency':'EUR'}    | false",
        "{'factKind':'PRICE','operator':'BELOW','value':6000,'currency':'USD'}    | true",
        "{'competitorIds':['COMPETITOR']}                                         | true",
        "{'competitorIds':['00000000-0000-0000-0000-000000000001']}               | false",
        "{'tags':['tier-1']}                                                      | false",
        "{'tags':['tier-1'],'competitorIds':['COMPETITOR']}                       | true"
      })
  void ruleSpeaksWhenAllItAsksIsSo(String asked, boolean speaks) {
    // Given
    String json = asked.replace('\'', '"').replace("COMPETITOR", competitor.toString());
    Map<String, Object> given = new JsonPath(json).getMap("$");
    String rule = rule(given, Map.of());
    // When
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    // Then
    assertThat(stage.firings(workspace, rule).getList("items")).hasSize(speaks ? 1 : 0);
    stage
        .backTest(workspace, given, Map.of())
        .then()
        .statusCode(200)
        .body("matches", equalTo(speaks ? 1 : 0));
  }

  @Test
  void storyIsToldOnceHoweverManySourcesTellIt() {
    // Given
    String rule = rule(Map.of(), Map.of());
    // When
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    stage.raise(workspace, competitor, price("Team", 9900, 19900));
    // Then
    assertThat(stage.firings(workspace, rule).getList("items")).hasSize(2);
    await()
        .atMost(AlertStage.PATIENCE)
        .untilAsserted(() -> assertThat(Receiver.calls(path)).hasSize(2));
    stage
        .backTest(workspace, Map.of(), Map.of())
        .then()
        .body("matches", equalTo(2))
        .body("signals", equalTo(3));
  }

  @Test
  void coolDownCountsFurtherStoriesOfTheCompetitorOnly() {
    // Given
    String rule = rule(Map.of(), Map.of("coolDownMinutes", 60));
    // When
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    stage.raise(workspace, competitor, price("Team", 9900, 19900));
    stage.raise(workspace, UUID.randomUUID(), price("Solo", 900, 1900));
    // Then
    assertThat(stage.firings(workspace, rule).getList("items.state"))
        .containsExactly("SENT", "COOLED", "SENT");
    stage
        .backTest(workspace, Map.of(), Map.of("coolDownMinutes", 60))
        .then()
        .body("matches", equalTo(2))
        .body("cooled", equalTo(1));
  }

  @Test
  void quietHoursHoldWhatIsNotCriticalUntilTheyAreOver() {
    // Given
    Instant over = Instant.now().plusSeconds(8);
    String rule = rule(Map.of(), Map.of("quietHours", quietUntil(over, false)));
    // When
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    // Then
    assertThat(stage.firings(workspace, rule).getString("items[0].state")).isEqualTo("HELD");
    String accepted = stage.delivered(workspace).getString("acceptedAt");
    assertThat(Instant.parse(accepted)).isAfterOrEqualTo(over.truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void criticalBreaksQuietHoursWhereTheRuleSaysSo() {
    // Given
    Instant over = Instant.now().plus(Duration.ofHours(2));
    String rule = rule(Map.of(), Map.of("quietHours", quietUntil(over, true)));
    // When
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    // Then
    assertThat(stage.firings(workspace, rule).getString("items[0].state")).isEqualTo("SENT");
  }

  @Test
  void digestTellsWhatWasCollectedInOneMessage() {
    // Given
    LocalTime soon = LocalTime.now(ZoneOffset.UTC).plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
    String rule =
        rule(Map.of(), Map.of("mode", "DAILY", "digest", Map.of("time", soon.toString())));
    // When
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    stage.raise(workspace, competitor, price("Team", 9900, 19900));
    // Then
    assertThat(stage.firings(workspace, rule).getList("items.state"))
        .containsExactly("DIGEST", "DIGEST");
    stage.delivered(workspace);
    JsonPath told = new JsonPath(Receiver.calls(path).getFirst().body());
    assertThat(told.getString("type")).isEqualTo("alert.digest");
    assertThat(told.getString("data.title")).isEqualTo("Prices: 2 stories");
    assertThat(told.getList("data.items")).hasSize(2);
    assertThat(Receiver.calls(path)).hasSize(1);
  }

  @Test
  void mutedSignalsMakeNoRuleSpeak() {
    // Given
    String rule = rule(Map.of(), Map.of());
    UUID source = UUID.randomUUID();
    String first =
        service.raise(workspace, change(source, price("Pro", 4900, 5900))).getString("id");
    service
        .as(workspace, "analyst")
        .body("{\"triage\":\"MUTED\"}")
        .patch("/signals/" + first)
        .then()
        .statusCode(200);
    // When
    service.raise(workspace, change(source, price("Pro", 5900, 6900)));
    // Then
    assertThat(stage.firings(workspace, rule).getList("items")).hasSize(1);
  }

  private String rule(Map<String, ?> asked, Map<String, ?> given) {
    String channel = stage.webhook(workspace, path).getString("id");
    return stage.rule(workspace, condition(asked), telling(List.of(channel), given));
  }

  private static Map<String, Object> quietUntil(Instant over, boolean criticalBreaks) {
    LocalTime to = LocalTime.ofInstant(over, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    return Map.of(
        "from", to.minusHours(3).toString(), "to", to.toString(), "criticalBreaks", criticalBreaks);
  }

  private io.competitoriq.messages.RaiseSignal change(
      UUID source, io.competitoriq.messages.FactChange fact) {
    return new io.competitoriq.messages.RaiseSignal(
        competitor,
        source,
        UUID.randomUUID(),
        UUID.randomUUID(),
        Changes.PRICING,
        io.competitoriq.messages.SourceKind.PRICING,
        "Pricing",
        Changes.SEEN,
        List.of(fact, Changes.added(FactKind.PLAN, "Plan " + UUID.randomUUID())),
        List.of());
  }
}
