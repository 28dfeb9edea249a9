package io.competitoriq.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.gateway.config.PlanItem.Act;
import io.competitoriq.http.Problem.FieldError;
import io.competitoriq.http.ProblemException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigPlanTest {

  @Test
  void whatWasExportedChangesNothing() {
    List<Step> steps = Sample.plan(Sample.yaml(), true);

    assertThat(steps).hasSize(16).allMatch(step -> step.act() == Act.UNCHANGED, "unchanged");
  }

  @Test
  void anExportHasNamesInsteadOfIdsAndNoSecret() {
    assertThat(Sample.yaml())
        .contains("version: 1", "- acme.com", "- Mail#2", "target: '${secret}'", "name: No\n")
        .contains("# Where people are told.")
        .doesNotContain("0198c0de", "hooks.slack.example", "of nothing", "note: archived", "why:");
  }

  @Test
  void theSameWorkspaceIsTheSameBytesInWhateverOrderItIsTold() {
    Answers told = Sample.answers();
    Map<Part, List<JsonNode>> rows = new EnumMap<>(told.rows());
    for (Part named : List.of(Part.COMPETITOR, Part.IGNORE_RULE, Part.AI_BUDGET)) {
      rows.computeIfPresent(named, (_, list) -> list.reversed());
    }
    var turned = new Answers(rows);

    assertThat(new YamlWriter(Sample.JSON).write(Exported.of(turned))).isEqualTo(Sample.yaml());
  }

  @Test
  void onlyWhatDiffersIsPlanned() {
    String changed =
        Sample.yaml()
            .replace("title: Plans", "title: Prices")
            .replace("interval: PT6H", "interval: PT12H")
            .replace("value: 5", "value: 10");

    List<Step> steps = Sample.plan(changed, false);

    assertThat(steps)
        .filteredOn(step -> step.act() != Act.UNCHANGED)
        .extracting(Step::part, Step::key, Step::act)
        .containsExactly(
            tuple(Part.SOURCE, "acme.com https://acme.com/pricing", Act.UPDATE),
            tuple(Part.ALERT_RULE, "Prices", Act.UPDATE));
    Step source =
        steps.stream().filter(step -> step.part() == Part.SOURCE).findFirst().orElseThrow();
    assertThat(source.changed().toString())
        .startsWith("{\"title\":\"Prices\",\"schedule\":{\"interval\":\"PT12H\"");
    assertThat(changed.lines().toList().get(java.util.Objects.requireNonNull(source.line()) - 1))
        .contains("https://acme.com/pricing");
  }

  @Test
  void digestsRetentionAndBudgetsArePlannedByTheirFields() {
    String document =
        """
        version: 1
        digests:
          - {name: Monday, audience: SALES, cadence: {frequency: DAILY, time: "08:00", zone: Europe/Berlin}}
          - name: New
            audience: CUSTOM
            cadence: {frequency: WEEKLY, time: "07:00:00", day: FRIDAY}
            channels: [Mail#2]
        retention: {bodyDays: 30}
        aiBudgets: [{account: ASK, dayMicros: 500}]
        providerBudgets:
          - {provider: searchapi, sources: [{competitor: acme.com, source: https://acme.com/pricing, monthMicros: 250000}]}
        """;

    List<Step> steps = Sample.plan(document, true);

    assertThat(steps)
        .extracting(Step::part, Step::key, Step::act)
        .containsExactly(
            tuple(Part.DIGEST, "Monday", Act.UPDATE),
            tuple(Part.DIGEST, "New", Act.CREATE),
            tuple(Part.RETENTION, "retention", Act.UPDATE),
            tuple(Part.AI_BUDGET, "ASK", Act.UPDATE),
            tuple(Part.PROVIDER_BUDGET, "searchapi", Act.UNCHANGED));
    var bodies = new Bodies(Sample.workspace());
    assertThat(bodies.digest(steps.getFirst().whole()).toString())
        .contains("\"competitorIds\":[\"" + Sample.ACME, "\"channelIds\":[\"" + Sample.SECOND_MAIL)
        .contains("\"recipients\":[\"a@acme.example\",\"b@acme.example\"]")
        .contains("{\"frequency\":\"DAILY\",\"time\":\"08:00\",\"zone\":\"Europe/Berlin\"}");
    assertThat(steps.get(2).whole().toString())
        .isEqualTo("{\"keepNewest\":10,\"keepChanged\":true,\"bodyDays\":30}");
    assertThat(bodies.aiBudget(steps.get(3).whole()).toString())
        .isEqualTo("{\"accounts\":[{\"account\":\"ASK\",\"dayMicros\":500,\"monthMicros\":0}]}");
    assertThat(bodies.providerBudget(steps.get(4).whole()).toString())
        .isEqualTo(
            "{\"monthMicros\":5000000,\"sourceMicros\":1000000,\"sources\":{\"%s\":250000}}"
                .formatted(Sample.PRICING));
  }

  @Test
  void whatIsLeftOutStaysAndPruningArchivesOnlyWhatASectionDoesNotList() {
    String document =
        """
        version: 1
        competitors:
          - url: https://acme.com/
        channels:
          - {name: Mail, kind: EMAIL}
        """;

    assertThat(Sample.plan(document, false)).allMatch(step -> step.act() == Act.UNCHANGED);
    assertThat(Sample.plan(document, true))
        .filteredOn(step -> step.act() == Act.ARCHIVE)
        .extracting(Step::part, Step::key)
        .containsExactly(
            tuple(Part.CHANNEL, "Chat"),
            tuple(Part.CHANNEL, "Mail#2"),
            tuple(Part.COMPETITOR, "brightdesk.example"));
  }

  @Test
  void anEmptyListOfSourcesArchivesThemOnlyWhenPruning() {
    String document =
        "{version: 1, competitors: [{url: 'https://acme.com/', sources: []}, {url: 'https://brightdesk.example/'}]}";

    assertThat(Sample.plan(document, true))
        .filteredOn(step -> step.act() == Act.ARCHIVE)
        .extracting(Step::part)
        .containsExactly(Part.SOURCE);
  }

  @Test
  void theAddressOfAChatIsInNoPlan() {
    String address = "https://hooks.slack.example/T0/B0/very-secret";
    List<Step> steps =
        Sample.plan(
            "{version: 1, channels: [{name: Chat, kind: SLACK, target: '%s'}]}".formatted(address),
            false);

    assertThat(steps.getFirst().act()).isEqualTo(Act.UPDATE);
    assertThat(PlanItem.planned(steps.getFirst()).toString()).doesNotContain("very-secret");
    assertThat(steps.getFirst().changed().path("target").asText()).isEqualTo(address);
  }

  @Test
  void everyMistakeIsToldAtOnceWithPointerAndLine() {
    ProblemException refusal =
        refused(
            """
            version: 1
            competitors:
              - name: Acme
                tag: [a]
                sources:
                  - {url: https://acme.com/pricing, kind: PRICE}
            alertRules:
              - name: Rises
                condition: {operator: RISES_BY, leastSignificance: 101}
                telling: {channels: [], mode: DAILY}
            """);

    assertThat(refusal.type()).isEqualTo("config-invalid");
    assertThat(refusal.errors())
        .extracting(FieldError::field, FieldError::line)
        .containsExactlyInAnyOrder(
            tuple("/competitors/0", 3),
            tuple("/competitors/0/tag", 4),
            tuple("/competitors/0/sources/0/kind", 6),
            tuple("/alertRules/0/condition", 9),
            tuple("/alertRules/0/condition/leastSignificance", 9),
            tuple("/alertRules/0/telling", 10));
    assertThat(refusal.errors())
        .extracting(FieldError::message)
        .contains("\"url\" is missing here.")
        .anyMatch(message -> message.startsWith("Write one of HOME, PRICING,"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ignoreRules: [{level: SOURCE, competitor: acme.com, source: https://acme.com/no, kind: TEXT, pattern: hello}]"
            + "| /ignoreRules/0/source | There is no source",
        "alertRules: [{name: A, condition: {operator: ANY, competitors: [who.example]}, telling: {channels: [], mode: IMMEDIATE}}]"
            + "| /alertRules/0/condition/competitors/0 | There is no competitor",
        "alertRules: [{name: A, condition: {operator: ANY}, telling: {channels: [Mail#3], mode: IMMEDIATE}}]"
            + "| /alertRules/0/telling/channels/0 | There is no channel",
        "digests: [{name: A, audience: SALES, cadence: {frequency: DAILY, time: '07:00'}, selection: {competitors: [who.example]}}]"
            + "| /digests/0/selection/competitors/0 | There is no competitor",
        "digests: [{name: A, audience: SALES, cadence: {frequency: WEEKLY, time: '07:00'}}] | /digests/0/cadence | missing here",
        "providerBudgets: [{provider: apify, sources: [{competitor: acme.com, source: https://acme.com/no, monthMicros: 1}]}]"
            + "| /providerBudgets/0/sources/0/source | There is no source",
        "aiBudgets: [{account: ASK}, {account: ASK}] | /aiBudgets/1 | stands here twice",
        "retention: {keepNewest: 1} | /retention/keepNewest | must have a minimum value of 2",
        "channels: [{name: New, kind: SLACK, target: '${secret}'}] | /channels/0/target | new here",
        "channels: [{name: New, kind: EMAIL}] | /channels/0 | needs a",
        "channels: [{name: Mail, kind: EMAIL, target: '${secret}'}] | /channels/0/target | Only the address of a chat",
        "channels: [{name: Chat, kind: DISCORD}] | /channels/0/kind | cannot be changed",
        "channels: [{name: Mail, kind: EMAIL, format: CLOUDEVENTS}] | /channels/0/format | does not go with",
        "competitors: [{url: 'https://acme.com/'}, {url: 'https://www.acme.com/'}] | /competitors/1 | stands here twice",
      })
  void whatCannotBeIsRefusedWhereItStands(String line, String pointer, String why) {
    ProblemException refusal = refused("version: 1\n" + line + "\n");

    assertThat(refusal.errors().getFirst().field()).isEqualTo(pointer);
    assertThat(refusal.errors().getFirst().line()).isEqualTo(2);
    assertThat(refusal.errors().getFirst().message()).contains(why);
  }

  @Test
  void whatIsArchivedCannotBeNamed() {
    String document =
        """
        version: 1
        competitors: [{url: 'https://acme.com/'}]
        views: [{name: Bright, query: {competitor: brightdesk.example}}]
        """;

    assertThat(Sample.plan(document, false)).anyMatch(step -> step.act() == Act.CREATE);
    assertThat(catchThrowableOfType(ProblemException.class, () -> Sample.plan(document, true)))
        .isNotNull();
  }

  private static ProblemException refused(String document) {
    return catchThrowableOfType(ProblemException.class, () -> Sample.plan(document, false));
  }
}
