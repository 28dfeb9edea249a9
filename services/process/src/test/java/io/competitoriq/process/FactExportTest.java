package io.competitoriq.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("process")
class FactExportTest {

  private final Service service;

  FactExportTest(Service service) {
    this.service = service;
  }

  @Test
  void factsAndPricesAreTakenAlongByTheFiltersOfTheirLists() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, pricing(49), 0);
    service.visit(source, pricing(59), 2);
    String whose = "competitorId=" + source.competitor();
    // When
    JsonPath prices = service.get(source, "/facts/prices/export?format=json&" + whose);
    List<String> facts = lines(source, "/facts/export?kind=PRICE&current=true&" + whose);
    // Then
    assertThat(prices.getList("findAll { it.plan == 'Pro' }.amountMinor"))
        .containsExactly(4900, 5900);
    assertThat(prices.getFloat("find { it.plan == 'Pro' }.amount")).isEqualTo(49.0f);
    assertThat(prices.getString("find { it.plan == 'Pro' }.site")).isEqualTo("brightdesk.example");
    assertThat(prices.getString("find { it.plan == 'Pro' }.until")).isNotNull();
    assertThat(facts.getFirst())
        .contains("Amount (units of currency),Amount (minor units),Currency (ISO 4217)");
    assertThat(facts.stream().filter(line -> line.contains(",Pro,"))).hasSize(1);
    assertThat(facts).anyMatch(line -> line.contains(",59.00,5900,USD,MONTH,"));
    service
        .as(UUID.randomUUID())
        .get("/facts/prices/export?format=jsonl&" + whose)
        .then()
        .statusCode(200)
        .body(equalTo(""));
  }

  private List<String> lines(Source source, String path) {
    return service.as(source.workspace()).get(path).asString().lines().toList();
  }

  private static String pricing(int pro) {
    return """
    <html lang="en"><body><main><h1>Pricing</h1>
    <section><h2>Starter</h2><p>$19 per user / month</p><ul><li>Unlimited projects</li></ul></section>
    <section><h2>Pro</h2><p>$%d per user / month</p><ul><li>Single sign-on</li></ul></section>
    </main></body></html>
    """
        .formatted(pro);
  }
}
