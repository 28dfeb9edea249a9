package io.competitoriq.competitors.pack;

import io.competitoriq.competitors.discovery.Findings;
import io.competitoriq.competitors.discovery.Suggestion;
import io.competitoriq.competitors.pack.SourcePack.Filled;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A pack on the wire.
///
/// @param id what `pack` of a request names
/// @param fit how it suits the discovery that was named, null when none was
public record SourcePackView(
    String id, String title, String description, List<Entry> entries, @Nullable Fit fit) {

  public SourcePackView {
    entries = List.copyOf(entries);
  }

  /// One kind of the pack.
  ///
  /// @param collector null for whichever of our own reads it best
  /// @param interval ISO 8601, as it comes to in this installation
  /// @param rendering `AUTO` for what the discovery says of the page
  /// @param suggestions of the discovery that fill this entry
  /// @param needsCredential whether one of them needs a key of its provider
  public record Entry(
      SourceKind kind,
      @Nullable Collector collector,
      String interval,
      Rendering rendering,
      List<UUID> suggestions,
      boolean needsCredential) {

    public Entry {
      suggestions = List.copyOf(suggestions);
    }
  }

  /// @param found entries the site has something for
  /// @param wanted entries in all, without those of a provider that are not suggested
  public record Fit(int found, int wanted) {}

  static SourcePackView of(
      SourcePack pack, @Nullable Findings findings, UnaryOperator<Duration> planned) {
    List<Filled> filled = pack.filled(findings == null ? Findings.NONE : findings);
    return new SourcePackView(
        pack.id(),
        pack.title(),
        pack.description(),
        filled.stream().map(one -> entry(one, planned)).toList(),
        findings == null ? null : fit(filled));
  }

  private static Entry entry(Filled filled, UnaryOperator<Duration> planned) {
    PackEntry entry = filled.entry();
    return new Entry(
        entry.kind(),
        entry.collector(),
        planned.apply(entry.interval()).toString(),
        entry.rendering(),
        filled.suggestions().stream().map(Suggestion::id).toList(),
        filled.suggestions().stream().anyMatch(Suggestion::needsCredential));
  }

  private static Fit fit(List<Filled> filled) {
    return new Fit(
        (int) filled.stream().filter(Filled::isFound).count(),
        (int) filled.stream().filter(Filled::counts).count());
  }
}
