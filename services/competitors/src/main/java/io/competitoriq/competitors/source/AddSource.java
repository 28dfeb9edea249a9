package io.competitoriq.competitors.source;

import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A source as a person asks for it: address and kind; collector (default `BUILTIN`), title,
/// schedule, rendering (default `AUTO`) and the options its collector knows, as they like.
public record AddSource(
    @NotNull String url,
    @NotNull SourceKind kind,
    @Nullable Collector collector,
    @Nullable @Size(max = 200) @Pattern(regexp = "[^\\x00]*") String title,
    @Nullable ScheduleView schedule,
    @Nullable Rendering rendering,
    @Nullable @Size(max = 50) Map<String, Object> options) {

  /// The same with its address checked.
  ///
  /// Fails with problem `invalid-url` or `unsupported-scheme`.
  public NewSource checked() {
    Collector chosen = collector == null ? Collector.BUILTIN : collector;
    return new NewSource(
        PageUrl.parse(url),
        kind,
        chosen,
        title,
        schedule,
        rendering == null ? Rendering.AUTO : rendering,
        options == null ? Map.of() : options);
  }
}
