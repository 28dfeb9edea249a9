package io.competitoriq.tables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP,
/// "CSV Injection"): it was written by strangers. Numbers stay numbers.
final class CsvWriter<R> implements TableWriter<R> {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final List<Column<R>> columns;
  private final boolean byteOrderMark;

  CsvWriter(List<Column<R>> columns, boolean byteOrderMark) {
    this.columns = columns;
    this.byteOrderMark = byteOrderMark;
  }

  @Override
  public byte[] head() {
    String titles =
        columns.stream().map(column -> text(column.title())).collect(Collectors.joining(","));
    return bytes((byteOrderMark ? "\uFEFF" : "") + titles + "\r\n");
  }

  @Override
  public byte[] rows(List<R> rows) {
    StringBuilder lines = new StringBuilder();
    for (R row : rows) {
      lines
          .append(
              columns.stream()
                  .map(column -> cell(column.value().apply(row)))
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return bytes(lines.toString());
  }

  @Override
  public byte[] tail() {
    return new byte[0];
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> number.toString();
      default -> text(value.toString());
    };
  }

  private static String text(String text) {
    String harmless =
        !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return harmless.matches("(?s).*[\",\r\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
