package io.competitoriq.process.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.process.pdf.PdfReading.Cause;
import io.competitoriq.process.pdf.PdfReading.Laid;
import io.competitoriq.process.pdf.PdfReading.Unread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/// PDFs that are made to cost more than they may.
class HostilePdfTest {
  private static final int MEGABYTE = 1 << 20;
  private static final String PAGE =
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>"
          + "/XObject<</X 6 0 R>>>>/Contents %s>>";
  private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica%s>>";
  private static final String TEXT = "BT /F 12 Tf 60 700 Td (Pro costs 49 dollars) Tj ET ";

  @Test
  void pageThatUnpacksToTwoHundredMegabytesIsGivenUpBeforeItFillsTheHeap() throws IOException {
    // Given
    byte[] pdf = onePage("5 0 R", stream("/Filter/FlateDecode", deflated(200 * MEGABYTE)));
    // When
    long allocated = allocatedBy(() -> assertTooLarge(pdf, "unpacks to more than a text can be"));
    // Then
    assertThat(pdf).hasSizeLessThan(2 * MEGABYTE);
    assertThat(allocated).isLessThan(64L * MEGABYTE);
  }

  @Test
  void bombBehindSeveralFiltersIsGivenUpToo() throws IOException {
    // Given
    byte[] bomb = deflated(200 * MEGABYTE);
    byte[] hex = (toHex(bomb) + ">").getBytes(StandardCharsets.US_ASCII);
    byte[] pdf = onePage("5 0 R", stream("/Filter[/ASCIIHexDecode/FlateDecode/FlateDecode]", hex));
    // Then
    assertTooLarge(pdf, "unpacks to more than a text can be");
  }

  @Test
  void manySmallBombsOnOnePageAreOneBomb() throws IOException {
    // Given
    StringBuilder all = new StringBuilder("[");
    byte[][] bombs = new byte[8][];
    for (int i = 0; i < bombs.length; i++) {
      all.append(7 + i).append(" 0 R ");
      bombs[i] = stream("/Filter/FlateDecode", deflated(7 * MEGABYTE));
    }
    byte[] pdf = onePage(all + "]", stream("", TEXT), FONT.formatted(""), stream("", ""), bombs);
    // When
    long allocated = allocatedBy(() -> assertTooLarge(pdf, "unpacks to more than a text can be"));
    // Then
    assertThat(allocated).isLessThan(256L * MEGABYTE);
  }

  @Test
  void fontThatCountsToFourBillionIsReadWithoutItsTable() throws IOException {
    // Given
    String table = "1 beginbfrange <00000000> <7fffffff> <0041> endbfrange";
    byte[] pdf =
        onePage("5 0 R", stream("", TEXT), FONT.formatted("/ToUnicode 6 0 R"), stream("", table));
    // When
    long allocated =
        allocatedBy(
            () ->
                assertThat(((Laid) PdfReader.read(pdf)).page().body().text())
                    .isEqualTo("Pro costs 49 dollars"));
    // Then
    assertThat(allocated).isLessThan(64L * MEGABYTE);
  }

  @Test
  void formThatDrawsItselfEndsAndAPageTreeThatHoldsItselfToo() throws IOException {
    // Given
    byte[] form =
        stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 6 0 R>>>>",
            "/X Do ");
    byte[] drawing = onePage("5 0 R", stream("", TEXT + "/X Do"), FONT.formatted(""), form);
    byte[] tree =
        new String(onePage("5 0 R", stream("", TEXT)), StandardCharsets.ISO_8859_1)
            .replace("/Kids[3 0 R]", "/Kids[2 0 R 3 0 R]")
            .getBytes(StandardCharsets.ISO_8859_1);
    // Then
    assertThat(((Laid) PdfReader.read(drawing)).page().body().text())
        .isEqualTo("Pro costs 49 dollars");
    assertThat(((Laid) PdfReader.read(tree)).page().body().text())
        .isEqualTo("Pro costs 49 dollars");
  }

  @Test
  void formsThatMultiplyEachOtherRunOutOfTime() throws IOException {
    // Given
    byte[] form =
        stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 6 0 R>>>>",
            "/X Do ".repeat(40));
    byte[] pdf = onePage("5 0 R", stream("", TEXT + "/X Do"), FONT.formatted(""), form);
    PdfLimits d = PdfLimits.DEFAULT;
    PdfLimits hurried =
        new PdfLimits(
            d.pages(),
            d.characters(),
            d.pageCharacters(),
            d.streamBytes(),
            d.pageBytes(),
            d.allBytes(),
            Duration.ofMillis(200));
    // When
    PdfReading reading = PdfReader.read(pdf, hurried);
    // Then
    assertThat(reading)
        .isInstanceOfSatisfying(
            Unread.class, unread -> assertThat(unread.detail()).contains("takes longer than"));
  }

  @Test
  void deepNestingIsDamage() throws IOException {
    // Given
    String nested = "[".repeat(200_000);
    byte[] pdf = onePage("5 0 R", stream("", TEXT + nested));
    byte[] inTheFile = onePage(nested, stream("", TEXT));
    // Then
    assertThat(PdfReader.read(pdf)).isNotNull();
    assertThat(PdfReader.read(inTheFile)).isInstanceOf(Unread.class);
  }

  @Test
  void tenThousandPagesAreNotRead() {
    // Given
    PdfSheets sheets = new PdfSheets().line(10, "Pro costs 49 dollars");
    for (int page = 1; page < 10_000; page++) {
      sheets.document().addPage(new PDPage());
    }
    // Then
    assertTooLarge(sheets.bytes(), "more than 500 pages. Watch a shorter PDF");
  }

  private static void assertTooLarge(byte[] pdf, String because) {
    assertThat(PdfReader.read(pdf))
        .isInstanceOfSatisfying(
            Unread.class,
            unread -> {
              assertThat(unread.cause()).isEqualTo(Cause.TOO_LARGE);
              assertThat(unread.detail()).contains(because);
            });
  }

  /// Bytes the calling thread allocated meanwhile: no more of them can be held at once.
  private static long allocatedBy(Runnable work) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static byte[] onePage(String contents, byte[] page) throws IOException {
    return onePage(contents, page, FONT.formatted(""), stream("", ""));
  }

  /// Objects from 1: catalog, page tree, page, font, content, X, and whatever follows.
  private static byte[] onePage(
      String contents, byte[] content, String font, byte[] x, byte[]... more) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.write(ascii("%PDF-1.7\n"));
    int number = 0;
    for (byte[] object :
        new byte[][] {
          ascii("<</Type/Catalog/Pages 2 0 R>>"),
          ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
          ascii(PAGE.formatted(contents)),
          ascii(font),
          content,
          x
        }) {
      write(pdf, ++number, object);
    }
    for (byte[] object : more) {
      write(pdf, ++number, object);
    }
    pdf.write(ascii("trailer <</Root 1 0 R/Size " + (number + 1) + ">>\n%%EOF\n"));
    return pdf.toByteArray();
  }

  private static void write(ByteArrayOutputStream pdf, int number, byte[] object)
      throws IOException {
    pdf.write(ascii(number + " 0 obj\n"));
    pdf.write(object);
    pdf.write(ascii("\nendobj\n"));
  }

  private static byte[] stream(String entries, String body) throws IOException {
    return stream(entries, ascii(body));
  }

  private static byte[] stream(String entries, byte[] body) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(ascii("<<" + entries + "/Length " + body.length + ">>\nstream\n"));
    stream.write(body);
    stream.write(ascii("\nendstream"));
    return stream.toByteArray();
  }

  private static byte[] deflated(int blanks) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] block = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      for (int i = 0; i < blanks / MEGABYTE; i++) {
        out.write(block);
      }
    }
    return packed.toByteArray();
  }

  private static String toHex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
