package io.competitoriq.competitors.pack;

import io.competitoriq.competitors.discovery.Findings;
import io.competitoriq.competitors.discovery.Suggestion;
import io.competitoriq.competitors.pack.SourcePack.Filled;
import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.competitors.source.NewSource;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/// A pack laid over what a discovery found.
///
/// @param missing kinds of the pack for which the site has nothing worth watching
/// @param warnings what has to be done before some of the sources bring anything
public record Packed(List<NewSource> sources, List<SourceKind> missing, List<String> warnings) {

  public Packed {
    sources = List.copyOf(sources);
    missing = List.copyOf(missing);
    warnings = List.copyOf(warnings);
  }

  /// @param planned what an interval comes to in this installation
  static Packed of(SourcePack pack, Findings findings, UnaryOperator<Duration> planned) {
    List<Filled> filled = pack.filled(findings);
    return new Packed(
        filled.stream()
            .flatMap(
                found -> found.suggestions().stream().map(s -> source(s, found.entry(), planned)))
            .toList(),
        filled.stream()
            .filter(one -> one.counts() && !one.isFound())
            .map(one -> one.entry().kind())
            .toList(),
        filled.stream()
            .flatMap(found -> found.suggestions().stream())
            .filter(Suggestion::needsCredential)
            .map(Packed::keyNeeded)
            .toList());
  }

  private static NewSource source(
      Suggestion suggestion, PackEntry entry, UnaryOperator<Duration> planned) {
    String interval = planned.apply(entry.interval()).toString();
    boolean open = entry.rendering() == Rendering.AUTO;
    return new NewSource(
        PageUrl.parse(suggestion.url()),
        suggestion.kind(),
        suggestion.collector(),
        suggestion.label(),
        new ScheduleView(interval, null, null, null, null, null),
        open ? suggestion.rendering() : entry.rendering(),
        suggestion.options());
  }

  private static String keyNeeded(Suggestion suggestion) {
    return "\"%s\" is collected by %s, which needs a key; without one its visits fail and say so."
        .formatted(suggestion.label(), suggestion.collector());
  }
}
