package io.competitoriq.competitors.source;

import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody wants to watch.
///
/// @param title what it is called, null to call it by its address
/// @param schedule null for the default of its kind
public record NewSource(
    PageUrl url,
    SourceKind kind,
    Collector collector,
    @Nullable String title,
    @Nullable ScheduleView schedule,
    Rendering rendering,
    Map<String, Object> options) {

  public NewSource {
    options = Map.copyOf(options);
  }

  /// The title as stored: the given one, or host and path.
  String shownTitle() {
    String given = title == null ? "" : title.strip();
    if (!given.isEmpty()) {
      return given.length() > 200 ? given.substring(0, 200) : given;
    }
    String path = url.value().getPath();
    return path.equals("/") ? url.domain() : url.domain() + path;
  }
}
