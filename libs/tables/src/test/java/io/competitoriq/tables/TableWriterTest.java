package io.competitoriq.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {

  private static final Instant AT = Instant.parse("2026-11-27T07:00:00Z");

  private record Price(@Nullable String plan, @Nullable Long minor, Instant at) {}

  private static final List<Column<Price>> COLUMNS =
      List.of(
          Column.of("plan", "Plan", Price::plan),
          Column.of("amountMinor", "Amount (minor units)", Price::minor),
          Column.of("at", "Since (UTC)", Price::at));

  @Test
  void csvQuotesWhatNeedsItAndNamesUnits() {
    String csv = written(TableFormat.CSV, false, new Price("Pro, \"big\"\nteams", -4900L, AT));

    assertThat(csv)
        .isEqualTo(
            "Plan,Amount (minor units),Since (UTC)\r\n"
                + "\"Pro, \"\"big\"\"\nteams\",-4900,2026-11-27T07:00:00Z\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void textThatWouldBeAFormulaIsNone(String text) {
    String csv = written(TableFormat.CSV, false, new Price(text, null, AT));

    assertThat(csv.split("\r\n", 2)[1]).matches("(?s)\"?'.*").contains(text);
  }

  @Test
  void excelKnowsUtf8ByTheMark() {
    assertThat(written(TableFormat.CSV, true, new Price("Größe", 1L, AT)))
        .startsWith("\uFEFFPlan")
        .contains("Größe");
  }

  @Test
  void jsonIsOneArrayAndLinesAreOneObjectEach() {
    Price[] prices = {new Price("Pro", 4900L, AT), new Price(null, null, AT)};

    assertThat(written(TableFormat.JSON, false, prices))
        .isEqualTo(
            """
            [
            {"plan":"Pro","amountMinor":4900,"at":"2026-11-27T07:00:00Z"},
            {"plan":null,"amountMinor":null,"at":"2026-11-27T07:00:00Z"}
            ]
            """);
    assertThat(written(TableFormat.JSONL, false, prices).lines()).hasSize(2);
    assertThat(written(TableFormat.JSON, false)).isEqualTo("[\n\n]\n");
    assertThat(written(TableFormat.JSONL, false)).isEmpty();
  }

  @Test
  void aSheetHoldsTextAsTextAndGivesItsBytesAsItGrows() throws IOException {
    Export<Price> export = new Export<>("prices", TableFormat.XLSX, false, COLUMNS);
    TableWriter<Price> writer = TableWriter.of(export);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(writer.head());
    int most = 0;
    for (int page = 0; page < 50; page++) {
      byte[] piece =
          writer.rows(
              IntStream.range(0, 200)
                  .mapToObj(i -> new Price("=cmd|" + Math.sin(i) + "\u0000", (long) i, AT))
                  .toList());
      most = Math.max(most, piece.length);
      out.write(piece);
    }
    out.write(writer.tail());

    String sheet = entry(out.toByteArray(), "xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("<is><t>=cmd|0.0 </t></is>").doesNotContain("<f>");
    assertThat(sheet.split("<row ", -1)).hasSize(50 * 200 + 2);
    assertThat(most).isLessThan(out.size() / 5);
  }

  private static String written(TableFormat format, boolean mark, Price... prices) {
    TableWriter<Price> writer = TableWriter.of(new Export<>("prices", format, mark, COLUMNS));
    return new String(writer.head(), StandardCharsets.UTF_8)
        + new String(writer.rows(List.of(prices)), StandardCharsets.UTF_8)
        + new String(writer.tail(), StandardCharsets.UTF_8);
  }

  private static String entry(byte[] zip, String name) throws IOException {
    Path file = Files.createTempFile("table", ".xlsx");
    Files.write(file, zip);
    try (ZipFile book = new ZipFile(file.toFile())) {
      return new String(
          book.getInputStream(book.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }
}
