package io.competitoriq.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("process")
class CompetitorReadingsTest {

  private final Service service;

  CompetitorReadingsTest(Service service) {
    this.service = service;
  }

  @Test
  void thePageOfACompetitorShowsWhatItsListsShow() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    for (int price : new int[] {19, 21}) {
      service.visit(source, plan(price), price);
    }
    String readings = "/competitor-readings/" + source.competitor();
    // When
    JsonPath page = service.get(source, readings);
    // Then
    String prices = "/facts?kind=PRICE&current=true&competitorId=" + source.competitor();
    assertThat(page.getList("prices"))
        .isNotEmpty()
        .isEqualTo(service.get(source, prices).getList("items"));
    assertThat(page.getList("plans.subject")).containsExactly("Starter");
    assertThat(page.getList("posts")).isEmpty();
    assertThat(page.getList("drift")).isEmpty();
    assertThat(page.getInt("counts.documents")).isEqualTo(2);
    assertThat(page.getInt("counts.plans")).isEqualTo(1);
    assertThat(page.getInt("counts.openings")).isZero();
    assertThat(page.getInt("counts.features"))
        .isEqualTo(
            service
                .get(source, "/facts?kind=FEATURE&current=true&competitorId=" + source.competitor())
                .getList("items.field")
                .stream()
                .distinct()
                .count());
    Source stranger = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    assertThat(service.get(stranger, readings).getList("prices")).isEmpty();
    given().get(readings).then().statusCode(401);
  }

  private static String plan(int dollars) {
    return "<html lang=en><title>Pricing</title><main><h1>Pricing</h1><div"
        + " class=card><h3>Starter</h3><p>$"
        + dollars
        + " per month</p></div><p>All plans come with unlimited agents and shared"
        + " inboxes.</p></main></html>";
  }
}
