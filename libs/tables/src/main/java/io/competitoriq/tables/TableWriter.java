package io.competitoriq.tables;

import java.util.List;

/// Writes a table piece by piece; each call answers the bytes that are ready then. One caller at a
/// time, first [#head], last [#tail].
interface TableWriter<R> {

  byte[] head();

  byte[] rows(List<R> rows);

  byte[] tail();

  static <R> TableWriter<R> of(Export<R> export) {
    return switch (export.format()) {
      case CSV -> new CsvWriter<>(export.columns(), export.byteOrderMark());
      case XLSX -> new XlsxWriter<>(export.name(), export.columns());
      case JSON -> new JsonWriter<>(export.columns(), "[\n", ",\n", "\n]\n");
      case JSONL -> new JsonWriter<>(export.columns(), "", "\n", "\n");
    };
  }
}
