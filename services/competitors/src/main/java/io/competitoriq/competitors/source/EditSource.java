package io.competitoriq.competitors.source;

import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An edit of a source: what is null stays.
public record EditSource(
    @Nullable ScheduleView schedule,
    @Nullable Boolean paused,
    @Nullable SourceKind kind,
    @Nullable Rendering rendering,
    @Nullable Map<String, Object> options) {}
