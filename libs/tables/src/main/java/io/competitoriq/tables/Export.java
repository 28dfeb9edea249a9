package io.competitoriq.tables;

import java.util.List;

/// A table that is to be written.
///
/// @param name of the sheet and the file
/// @param byteOrderMark CSV begins with U+FEFF, by which Excel knows UTF-8
public record Export<R>(
    String name, TableFormat format, boolean byteOrderMark, List<Column<R>> columns) {

  public Export {
    columns = List.copyOf(columns);
  }

  String fileName() {
    return name + "." + format.ending();
  }
}
