package io.competitoriq.competitors.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of an import.
///
/// @param created how many sources are watched now; with `dryRun`, would be
/// @param competitors domains of those that were not watched before
public record ImportResult(
    boolean dryRun,
    int created,
    int duplicate,
    int refused,
    List<String> competitors,
    List<Line> lines) {

  public ImportResult {
    competitors = List.copyOf(competitors);
    lines = List.copyOf(lines);
  }

  /// The fate of one line.
  public enum Fate {
    CREATED,
    /// Watched already, or twice in the list.
    DUPLICATE,
    REFUSED
  }

  /// @param number of the line, from 1; in JSON of the entry
  /// @param competitor domain of the company it belongs to; null where that is unknown
  /// @param detail why it was not created
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      int number,
      String url,
      @Nullable String competitor,
      @Nullable SourceKind kind,
      @Nullable Collector collector,
      Fate fate,
      @Nullable String detail) {

    Line refused(String why) {
      return new Line(number, url, competitor, kind, collector, Fate.REFUSED, why);
    }
  }

  static ImportResult of(boolean dryRun, List<String> competitors, List<Line> lines) {
    return new ImportResult(
        dryRun,
        count(lines, Fate.CREATED),
        count(lines, Fate.DUPLICATE),
        count(lines, Fate.REFUSED),
        competitors.stream().sorted().toList(),
        lines.stream().sorted(Comparator.comparingInt(Line::number)).toList());
  }

  private static int count(List<Line> lines, Fate fate) {
    return (int) lines.stream().filter(line -> line.fate() == fate).count();
  }
}
