package io.competitoriq.analysis.winloss;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a table of deals: RFC 4180, comma or semicolon, the columns named in the first line in any
/// order. Pure.
///
/// @param deals lines that make sense
/// @param faults what does not, line by line
record DealFile(List<DealLine> deals, List<LineFault> faults) {

  static final int MOST_LINES = 5000;

  static final List<String> REQUIRED = List.of("external_id", "date", "deal", "outcome");
  static final List<String> COLUMNS =
      List.of(
          "external_id", "date", "deal", "outcome", "amount", "currency", "competitor", "reason");

  /// @param who finds the competitor a line names
  /// @param today the last day a deal can have ended on
  static DealFile read(String csv, Competitors who, LocalDate today) {
    List<LineFault> faults = new ArrayList<>();
    List<String[]> lines = lines(csv, faults);
    if (lines.isEmpty()) {
      if (faults.isEmpty()) {
        faults.add(new LineFault(1, "", "The file is empty."));
      }
      return new DealFile(List.of(), faults);
    }
    Map<String, Integer> columns = columns(lines.getFirst(), faults);
    if (!faults.isEmpty()) {
      return new DealFile(List.of(), faults);
    }
    List<DealLine> deals = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      LineReader reader = new LineReader(i + 1, lines.get(i), columns, faults);
      Optional<DealLine> deal = reader.read(who, today);
      deal.filter(each -> reader.isFirst(seen, each.externalId())).ifPresent(deals::add);
    }
    return new DealFile(deals, faults);
  }

  private static List<String[]> lines(String csv, List<LineFault> faults) {
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    String header = text.lines().findFirst().orElse("");
    char separator = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
    var reader =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    List<String[]> lines = new ArrayList<>();
    try (MappingIterator<String[]> rows = reader.readValues(text)) {
      while (rows.hasNextValue()) {
        if (lines.size() > MOST_LINES) {
          faults.add(
              new LineFault(
                  MOST_LINES + 2,
                  "",
                  "A file holds " + MOST_LINES + " deals at most; import it in parts."));
          return List.of();
        }
        lines.add(rows.nextValue());
      }
    } catch (JsonProcessingException malformed) {
      faults.add(
          new LineFault(
              lines.size() + 1, "", "The line is not CSV: look for a quote that is not closed."));
      return List.of();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return lines;
  }

  private static Map<String, Integer> columns(String[] header, List<LineFault> faults) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.length; i++) {
      String name = header[i].strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
      if (COLUMNS.contains(name) && columns.putIfAbsent(name, i) != null) {
        faults.add(new LineFault(1, name, "The column is named twice."));
      }
    }
    REQUIRED.stream()
        .filter(name -> !columns.containsKey(name))
        .forEach(
            name ->
                faults.add(
                    new LineFault(1, name, "The first line must name this column: " + name + ".")));
    return columns;
  }
}
