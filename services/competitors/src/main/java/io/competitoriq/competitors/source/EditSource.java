package io.competitoriq.competitors.source;

import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An edit of a source: what is null stays.
public record EditSource(
    @Nullable ScheduleView schedule,
    @Nullable Boolean paused,
    @Nullable SourceKind kind,
    @Nullable Rendering rendering,
    @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "[^\\x00]*\\S[^\\x00]*") String title,
    @Nullable Map<String, Object> options) {}
