package io.competitoriq.analysis.feed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.analysis.signal.SignalQuery;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a feed shows: the filters of the list of signals that mean the same for everybody.
@JsonIgnoreProperties(ignoreUnknown = true)
public record ViewQuery(
    @Nullable String competitorId,
    @NotNull @Size(max = 10) List<@NotNull String> category,
    @NotNull @Size(max = 4) List<@NotNull String> severity,
    @NotNull @Size(max = 7) List<@NotNull String> triage,
    @Nullable @Size(max = 200) String q) {

  /// As in the list's own filter, an empty id is none.
  public ViewQuery {
    competitorId = competitorId == null || competitorId.isBlank() ? null : competitorId;
  }

  /// One entry per story.
  SignalQuery toSignals() {
    return new SignalQuery(
        competitorId, category, severity, triage, q, null, null, null, null, true);
  }
}
