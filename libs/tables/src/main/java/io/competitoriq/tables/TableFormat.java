package io.competitoriq.tables;

import io.competitoriq.http.Problems;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a table is written as.
public enum TableFormat {
  /// RFC 4180, UTF-8.
  CSV("text/csv; charset=UTF-8"),
  /// Office Open XML, one sheet.
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /// One array of objects.
  JSON("application/json"),
  /// One object a line (jsonlines.org).
  JSONL("application/jsonl; charset=UTF-8");

  private final String mediaType;

  TableFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /// What its files end in, without the dot.
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws io.competitoriq.http.ProblemException 400 for a format there is none of
  public static TableFormat of(String text) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.badField(
                    "format-unknown",
                    "format",
                    "format must be one of "
                        + Arrays.stream(values())
                            .map(TableFormat::ending)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
