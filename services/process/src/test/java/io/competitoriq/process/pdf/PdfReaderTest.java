package io.competitoriq.process.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.process.pdf.PdfReading.Cause;
import io.competitoriq.process.pdf.PdfReading.Laid;
import io.competitoriq.process.pdf.PdfReading.Unread;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfReaderTest {

  @Test
  void whatIsLargeIsAHeadingAndLinesThatGoOnAreOneParagraph() {
    // Given
    byte[] pdf =
        new PdfSheets()
            .line(24, "Terms of Acme")
            .line(16, "Support")
            .line(10, "We answer every question within one working day, and on week-")
            .line(10, "ends within two. Customers of the plan Business call us whenever")
            .line(10, "they want.")
            .gap()
            .line(10, "Nobody else may call.")
            .line(16, "Prices")
            .line(10, "Pro: $49 per month")
            .line(10, "Business: $99 per month and seat, paid in advance, for everybody")
            .line(10, "1. Prices are without tax.")
            .line(10, "2. Prices are in dollars.")
            .bytes();
    // When
    Document page = laid(pdf);
    // Then
    assertThat(texts(page))
        .containsExactly(
            "h2 Terms of Acme",
            "h3 Support",
            "p We answer every question within one working day, and on weekends within two."
                + " Customers of the plan Business call us whenever they want.",
            "p Nobody else may call.",
            "h3 Prices",
            "p Pro: $49 per month",
            "p Business: $99 per month and seat, paid in advance, for everybody",
            "li Prices are without tax.",
            "li Prices are in dollars.");
  }

  @Test
  void linesWithWideGapsBelowEachOtherAreATable() {
    // Given
    byte[] pdf =
        new PdfSheets()
            .cells(10, "Plan", "Monthly", "Seats")
            .cells(10, "Pro", "$49", "5")
            .cells(10, "Business", "$99", "50")
            .gap()
            .line(10, "Setup ............................. $200")
            .line(10, "Training .......................... $500")
            .bytes();
    // When
    Document page = laid(pdf);
    // Then
    assertThat(page.select("tr").eachText())
        .containsExactly(
            "Plan Monthly Seats", "Pro $49 5", "Business $99 50", "Setup $200", "Training $500");
    assertThat(page.select("td").eachText()).contains("Setup", "$200");
  }

  @Test
  void everyPageIsReadAndWhatRunsAtItsEdgesOnlyOnce() {
    // Given
    PdfSheets sheets = new PdfSheets();
    for (int number = 1; number <= 4; number++) {
      sheets
          .line(8, "Acme price list 2026")
          .gap()
          .line(10, "Chapter " + "ABCD".charAt(number - 1) + " tells what it costs.")
          .line(10, "It costs $" + number + "0 in all.")
          .gap()
          .line(8, "Page " + number + " of 4");
      if (number < 4) {
        sheets.newPage();
      }
    }
    // When
    Document page = laid(sheets.bytes());
    // Then
    assertThat(page.select(".sheet1 p").eachText())
        .containsExactly(
            "Acme price list 2026", "Chapter A tells what it costs.", "It costs $10 in all.");
    assertThat(page.select(".sheet4 p").eachText())
        .containsExactly("Chapter D tells what it costs.", "It costs $40 in all.");
  }

  @ParameterizedTest
  @CsvSource({
    "Prices 2026,                       Prices 2026",
    "Microsoft Word - prices.docx,      What it costs",
    "'',                                What it costs"
  })
  void titleIsWhatTheDocumentCallsItselfOrTheLargestLine(String named, String title) {
    // Given
    PdfSheets sheets =
        new PdfSheets().line(10, "Acme Inc.").line(20, "What it costs").line(10, "A lot.");
    sheets.document().getDocumentInformation().setTitle(named);
    sheets.document().getDocumentInformation().setAuthor("Acme Sales");
    sheets.document().getDocumentCatalog().setLanguage("en-GB");
    // When
    Document page = laid(sheets.bytes());
    // Then
    assertThat(page.title()).isEqualTo(title);
    assertThat(page.select("meta[name=author]").attr("content")).isEqualTo("Acme Sales");
    assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
  }

  @Test
  void pdfWithAPasswordIsLockedAndOneWithoutIsNot() {
    // Given
    AccessPermission reading = new AccessPermission();
    reading.setCanModify(false);
    AccessPermission nothing = new AccessPermission();
    nothing.setCanExtractContent(false);
    // Then
    assertThat(unread(prices().protectedBy("secret", reading).bytes()).cause())
        .isEqualTo(Cause.LOCKED);
    assertThat(unread(prices().protectedBy("", nothing).bytes()))
        .isEqualTo(
            new Unread(
                Cause.LOCKED,
                "The PDF forbids copying its text. Ask its owner for an open one, or watch the web page that says the same."));
    assertThat(laid(prices().protectedBy("", reading).bytes()).text()).contains("$49 per month");
  }

  @Test
  void pdfOfPicturesSaysSo() throws IOException {
    // Given
    PdfSheets sheets = new PdfSheets();
    try (PDPageContentStream sheet =
        new PDPageContentStream(
            sheets.document(),
            sheets.document().getPage(0),
            PDPageContentStream.AppendMode.APPEND,
            true)) {
      BufferedImage scan = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
      sheet.drawImage(LosslessFactory.createFromImage(sheets.document(), scan), 0, 0);
    }
    // When
    Unread unread = unread(sheets.bytes());
    // Then
    assertThat(unread.cause()).isEqualTo(Cause.WITHOUT_TEXT);
    assertThat(unread.detail()).contains("pictures and no text");
  }

  @Test
  void brokenPdfIsReadAsFarAsItsPartsAreFoundAndElseSaysSo() {
    // Given
    byte[] whole = prices().bytes();
    byte[] withoutEnd = Arrays.copyOf(whole, whole.length - 200);
    byte[] half = Arrays.copyOf(whole, whole.length / 4);
    // Then
    assertThat(laid(withoutEnd).text()).contains("$49 per month");
    assertThat(unread(half).cause()).isEqualTo(Cause.DAMAGED);
    assertThat(unread("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).cause())
        .isEqualTo(Cause.DAMAGED);
    assertThat(unread("no PDF at all".getBytes(StandardCharsets.US_ASCII)).detail())
        .startsWith("The PDF is damaged. Open the address in a browser");
  }

  private static PdfSheets prices() {
    return new PdfSheets().line(20, "Pro").line(10, "$49 per month");
  }

  private static List<String> texts(Document page) {
    return page.select("h2, h3, h4, p, li").stream().map(PdfReaderTest::named).toList();
  }

  private static String named(Element element) {
    return element.normalName() + " " + element.text();
  }

  private static Document laid(byte[] pdf) {
    assertThat(PdfReader.looksLikePdf(pdf)).isTrue();
    return ((Laid) PdfReader.read(pdf)).page();
  }

  private static Unread unread(byte[] pdf) {
    return (Unread) PdfReader.read(pdf);
  }
}
