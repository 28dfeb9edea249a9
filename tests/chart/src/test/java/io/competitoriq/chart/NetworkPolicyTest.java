package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.chart.Chart.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may talk to whom, by evaluating the rendered policies.
class NetworkPolicyTest {

  private static final long SEED = 20261127;
  private static final String DATA = "10.20.30.0/24";

  private final Chart.Manifests prod = Chart.render(Environment.PROD);

  @Test
  void nothingIsAllowedUnlessSomebodySaysSo() {
    JsonNode deny = prod.one("NetworkPolicy", "competitoriq-default-deny").path("spec");

    assertThat(deny.path("policyTypes")).hasSize(2);
    assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
    for (JsonNode deployment : prod.ofKind("Deployment")) {
      assertThat(selects(deny.path("podSelector"), labels(deployment))).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gateway, competitors, true",
    "gateway, crawl, true",
    "gateway, process, true",
    "gateway, analysis, true",
    "analysis, competitors, true",
    "analysis, process, true",
    "analysis, crawl, true",
    "analysis-worker, process, true",
    "crawl-worker, process, true",
    "crawl-worker, competitors, false",
    "crawl-worker, analysis, false",
    "crawl-worker, gateway, false",
    "process-worker, analysis, false",
    "process-worker, crawl, false",
    "competitors, analysis, false",
    "competitors-worker, crawl, false",
    "gateway, crawl-worker, false",
    "web, gateway, true",
    "web, competitors, false",
    "web, analysis, false",
    "gateway, web, false",
    "crawl-worker, web, false",
  })
  void onlyWhoAsksMayAsk(String from, String to, boolean may) {
    JsonNode asker = labels(prod.one("Deployment", "competitoriq-" + from));
    JsonNode asked = labels(prod.one("Deployment", "competitoriq-" + to));
    boolean leaves = allowed(rules("competitoriq-" + from, "egress"), "to", asked);
    boolean enters = allowed(rules("competitoriq-" + to, "ingress"), "from", asker);

    assertThat(leaves && enters).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "gateway, true",
    "competitors-worker, true",
    "crawl-worker, true",
    "analysis-worker, true",
    "process, false",
    "process-worker, false",
    "web, false",
  })
  void whoReadsWhatWasCollectedHasNoInternet(String part, boolean may) {
    assertThat(reaches(rules("competitoriq-" + part, "egress"), "93.184.216.34", 443))
        .isEqualTo(may);
  }

  /// A page that makes the crawler ask for an address inside must find nothing there.
  @Test
  void nobodyReachesAnAddressThatIsNoPublicSite() {
    List<JsonNode> egress = rules("competitoriq-crawl-worker", "egress");
    var random = new Random(SEED);
    int checked = 0;
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 300_000; i++) {
      long address = random.nextInt() & 0xffffffffL;
      if (isGlobal(address) || within(address, DATA)) {
        continue;
      }
      checked++;
      if (reaches(egress, dotted(address), 80) || reaches(egress, dotted(address), 443)) {
        reached.add(dotted(address));
      }
    }
    assertThat(checked).isGreaterThan(30_000);
    assertThat(reached).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "169.254.169.254, 80", "10.0.0.1, 443", "172.16.5.4, 80", "192.168.1.1, 80", "127.0.0.1, 9000",
    "100.64.0.7, 443", "10.20.30.9, 443", "10.20.30.9, 22", "224.0.0.1, 80", "8.8.8.8, 22",
    "8.8.8.8, 5432"
  })
  void aFamousTargetIsOutOfReach(String address, int port) {
    assertThat(reaches(rules("competitoriq-crawl-worker", "egress"), address, port)).isFalse();
  }

  @Test
  void theStoresAreInReach() {
    for (JsonNode deployment : prod.services()) {
      List<JsonNode> egress = rules(Chart.Manifests.nameOf(deployment), "egress");
      assertThat(reaches(egress, "10.20.30.9", 5432)).isTrue();
      assertThat(reaches(egress, "10.20.30.9", 6379)).isTrue();
    }
    assertThat(reaches(rules("competitoriq-migrator", "egress"), "10.20.30.9", 5432)).isTrue();
  }

  /// nginx reads what anybody sends: it must find no data behind it.
  @Test
  void whatFacesTheStreetReachesNothingButTheGateways() {
    List<JsonNode> egress = rules("competitoriq-web", "egress");

    assertThat(reaches(egress, "10.20.30.9", 5432)).isFalse();
    assertThat(reaches(egress, "10.20.30.9", 6379)).isFalse();
    assertThat(namespaces("competitoriq-web")).containsExactly("ingress-nginx");
    assertThat(namespaces("competitoriq-gateway")).containsExactly("monitoring");
  }

  /// `helm test` is a pod of the release, which may do nothing by itself.
  @Test
  void theTestOfAReleaseReachesTheDoorsAlone() {
    JsonNode tester =
        Chart.YAML
            .createObjectNode()
            .put("app.kubernetes.io/name", "test")
            .put("app.kubernetes.io/component", "job")
            .put("app.kubernetes.io/part-of", "competitoriq")
            .put("app.kubernetes.io/instance", "competitoriq");
    List<JsonNode> egress = rules("competitoriq-test", "egress");

    for (String part : List.of("gateway", "web", "competitors", "crawl", "process", "analysis")) {
      JsonNode asked = labels(prod.one("Deployment", "competitoriq-" + part));
      assertThat(
              allowed(egress, "to", asked)
                  && allowed(rules("competitoriq-" + part, "ingress"), "from", tester))
          .isEqualTo(List.of("gateway", "web").contains(part));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.30.9, 8432, true",
    "10.20.30.9, 443, true",
    "52.219.170.1, 443, true",
    "10.20.30.9, 5432, false",
    "10.20.30.9, 6379, false",
    "10.0.0.1, 443, false",
    "52.219.170.1, 80, false"
  })
  void backupsReachTheServersPgBackRestAndTheRepository(String address, int port, boolean may) {
    assertThat(reaches(rules("competitoriq-recovery", "egress"), address, port)).isEqualTo(may);
  }

  @Test
  void mailGoesOnlyWhereMailIsSentFrom() {
    assertThat(reaches(rules("competitoriq-analysis-worker", "egress"), "9.9.9.9", 587)).isTrue();
    assertThat(reaches(rules("competitoriq-crawl-worker", "egress"), "9.9.9.9", 587)).isFalse();
  }

  @Test
  void figuresAreReadByTheMonitoringAlone() {
    for (JsonNode deployment : prod.ofKind("Deployment")) {
      for (JsonNode rule : rules(Chart.Manifests.nameOf(deployment), "ingress")) {
        if (rule.at("/ports/0/port").asInt() == 9000
            && rule.at("/from/0").has("namespaceSelector")) {
          assertThat(rule.path("from").findValuesAsText("kubernetes.io/metadata.name"))
              .containsExactly("monitoring");
        }
      }
    }
  }

  /// Whose pods may come in.
  private List<String> namespaces(String policy) {
    return rules(policy, "ingress").stream()
        .flatMap(rule -> rule.findValuesAsText("kubernetes.io/metadata.name").stream())
        .toList();
  }

  private List<JsonNode> rules(String policy, String direction) {
    return prod.one("NetworkPolicy", policy).path("spec").path(direction).valueStream().toList();
  }

  private static JsonNode labels(JsonNode deployment) {
    return deployment.at("/spec/template/metadata/labels");
  }

  private static boolean allowed(List<JsonNode> rules, String side, JsonNode labels) {
    return rules.stream()
        .filter(rule -> opens(rule, 8080))
        .flatMap(rule -> rule.path(side).valueStream())
        .anyMatch(
            peer ->
                peer.has("podSelector")
                    && !peer.has("namespaceSelector")
                    && selects(peer.path("podSelector"), labels));
  }

  private static boolean selects(JsonNode selector, JsonNode labels) {
    return selector.path("matchLabels").properties().stream()
        .allMatch(
            (Map.Entry<String, JsonNode> label) ->
                label.getValue().equals(labels.get(label.getKey())));
  }

  private static boolean opens(JsonNode rule, int port) {
    return rule.path("ports").valueStream().anyMatch(open -> open.path("port").asInt() == port);
  }

  private static boolean reaches(List<JsonNode> rules, String address, int port) {
    long number = number(address);
    return rules.stream()
        .filter(rule -> opens(rule, port))
        .flatMap(rule -> rule.path("to").valueStream())
        .map(peer -> peer.path("ipBlock"))
        .filter(JsonNode::isObject)
        .anyMatch(
            block ->
                within(number, block.path("cidr").asText())
                    && block
                        .path("except")
                        .valueStream()
                        .noneMatch(except -> within(number, except.asText())));
  }

  /// By the IANA special-purpose registry, kept apart from the chart's own list.
  private static boolean isGlobal(long address) {
    int a = (int) (address >> 24);
    int b = (int) (address >> 16) & 255;
    int c = (int) (address >> 8) & 255;
    return !(a == 0
        || a == 10
        || a == 127
        || a >= 224
        || (a == 100 && b >= 64 && b < 128)
        || (a == 169 && b == 254)
        || (a == 172 && b >= 16 && b < 32)
        || (a == 192 && b == 168)
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 198 && (b == 18 || b == 19))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113));
  }

  private static boolean within(long address, String cidr) {
    String[] parts = cidr.split("/", 2);
    int bits = Integer.parseInt(parts[1]);
    long mask = bits == 0 ? 0 : (0xffffffffL << (32 - bits)) & 0xffffffffL;
    return (address & mask) == (number(parts[0]) & mask);
  }

  private static long number(String dotted) {
    long number = 0;
    for (String part : dotted.split("\\.", 4)) {
      number = number << 8 | Integer.parseInt(part);
    }
    return number;
  }

  private static String dotted(long address) {
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }
}
