package io.competitoriq.competitors.bulk;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a list.
///
/// @param added how many sources are watched now; with `dryRun`, would be
public record ImportedView(
    boolean dryRun, ListFormat format, int added, int known, int refused, List<Line> lines) {
  public ImportedView {
    lines = List.copyOf(lines);
  }

  /// The fate of one entry.
  public enum Fate {
    ADDED,
    /// Watched already, or twice in the list.
    KNOWN,
    REFUSED
  }

  /// @param number of its line in the text, from 1
  /// @param detail why it was not added
  public record Line(
      int number,
      String url,
      @Nullable SourceKind kind,
      @Nullable Collector collector,
      Fate fate,
      @Nullable String detail) {}
}
