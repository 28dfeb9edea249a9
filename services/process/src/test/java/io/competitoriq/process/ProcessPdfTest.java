package io.competitoriq.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.process.pdf.PdfSheets;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("process")
class ProcessPdfTest {

  private final Service service;

  ProcessPdfTest(Service service) {
    this.service = service;
  }

  @Test
  void priceThatRisesInAPriceListIsOneChangeWithQuotesThatStandInIt() {
    // Given
    Source source = Source.of(SourceKind.OTHER, "https://brightdesk.example/files/price-list.pdf");
    visit(source, priceList("$49", "$99"), 0);
    // When
    visit(source, priceList("$59", "$99"), 1);
    // Then
    JsonPath changes = service.get(source, "/changes");
    assertThat(changes.getList("items.status")).containsExactly("CONFIRMED");
    assertThat(changes.getList("items[0].facts.subject")).containsExactly("Pro");
    assertThat(changes.getInt("items[0].facts[0].before.amountMinor")).isEqualTo(4900);
    assertThat(changes.getInt("items[0].facts[0].after.amountMinor")).isEqualTo(5900);
    for (int i = 0; i < 2; i++) {
      assertQuoteStands(source, changes, "items[0].facts[0].evidence[" + i + "].");
    }
    JsonPath diff = service.get(source, "/changes/" + changes.getString("items[0].id") + "/diff");
    assertThat(diff.getList("hunks.lines.flatten().findAll { it.kind != 'ctx' }.text"))
        .containsExactly("Pro | $49", "Pro | $59");
    assertThat(service.signals(source)).isEqualTo(1);
  }

  private void assertQuoteStands(Source source, JsonPath changes, String at) {
    JsonPath document = service.get(source, "/documents/" + changes.getString(at + "documentId"));
    assertThat(changes.getBoolean(at + "verified")).isTrue();
    assertThat(document.getString("text"))
        .satisfies(
            text ->
                assertThat(text.substring(changes.getInt(at + "start"), changes.getInt(at + "end")))
                    .isEqualTo(changes.getString(at + "quote"))
                    .startsWith("Pro"));
    assertThat(document.getString("pageClass")).isEqualTo("PRICING");
    assertThat(document.getString("title")).isEqualTo("Price list");
  }

  @Test
  void pdfThatCannotBeReadIsRecordedWithWhatToDoAndIsNoChange() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/prices.pdf");
    visit(source, priceList("$49", "$99"), 0);
    // When
    visit(source, new PdfSheets().bytes(), 1);
    visit(source, priceList("$49", "$99"), 2);
    // Then
    JsonPath documents = service.get(source, "/documents");
    assertThat(documents.getList("items.failure")).containsExactly(null, "PDF_WITHOUT_TEXT", null);
    assertThat(
            service
                .get(source, "/documents/" + documents.getString("items[1].id"))
                .getString("failureDetail"))
        .contains("Watch a PDF with text");
    assertThat(service.get(source, "/changes").getList("items")).isEmpty();
  }

  private void visit(Source source, byte[] pdf, int day) {
    service.process(source, service.snapshot(source, "application/pdf", pdf, day));
  }

  private static byte[] priceList(String pro, String business) {
    return new PdfSheets()
        .line(24, "Price list")
        .line(10, "Every plan comes with support by people who know what they talk about.")
        .gap()
        .cells(10, "Plan", "Monthly")
        .cells(10, "Pro", pro)
        .cells(10, "Business", business)
        .gap()
        .line(10, "Valid until we say otherwise.")
        .bytes();
  }
}
