package io.competitoriq.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// One sheet, its text inline: a table of shared strings would have to be held until the end. Text
/// is typed as text, so no cell is a formula. Instants are UTC.
final class XlsxWriter<R> implements TableWriter<R> {

  /// The most a sheet holds (ECMA-376), the title row included.
  private static final int MOST_ROWS = 1_048_576;

  private static final int LONGEST_TEXT = 32_767;

  private final List<Column<R>> columns;
  private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
  private final Workbook book;
  private final Worksheet sheet;
  private int row;

  XlsxWriter(String name, List<Column<R>> columns) {
    this.columns = columns;
    this.book = new Workbook(ready, "CompetitorIQ", "1.0");
    this.sheet = book.newWorksheet(name);
  }

  @Override
  public byte[] head() {
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, columns.get(i).title());
      sheet.style(0, i).bold().set();
    }
    row = 1;
    return flushed();
  }

  @Override
  public byte[] rows(List<R> rows) {
    if (row + rows.size() > MOST_ROWS) {
      throw new IllegalStateException("a sheet holds no more than " + MOST_ROWS + " rows");
    }
    for (R each : rows) {
      for (int i = 0; i < columns.size(); i++) {
        write(row, i, columns.get(i).value().apply(each));
      }
      row++;
    }
    return flushed();
  }

  @Override
  public byte[] tail() {
    try {
      book.finish();
      return taken();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void write(int at, int column, @Nullable Object value) {
    switch (value) {
      case null -> {
        // an empty cell
      }
      case Number number -> sheet.value(at, column, number);
      case Boolean truth -> sheet.value(at, column, truth);
      case Instant instant -> {
        sheet.value(at, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        sheet.style(at, column).format("yyyy-mm-dd hh:mm:ss").set();
      }
      default -> sheet.inlineString(at, column, text(value.toString()));
    }
  }

  /// Without what XML 1.0 cannot hold, and cut where a cell ends.
  private static String text(String text) {
    String clean =
        text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
    return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT - 1) + "…";
  }

  private byte[] flushed() {
    try {
      sheet.flush();
      return taken();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private byte[] taken() {
    byte[] bytes = ready.toByteArray();
    ready.reset();
    return bytes;
  }
}
