package io.competitoriq.crawl.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// `ciq.crawl.retention.*`: the rule until an admin sets one, and the pace of the janitor.
@ConfigMapping(prefix = "ciq.crawl.retention")
interface RetentionConfig {

  /// From one look of the janitor to the next, as the scheduler reads it; `off`: never.
  String every();

  @WithDefault("30")
  @Min(2)
  @Max(100_000)
  int keepNewest();

  @WithDefault("true")
  boolean keepChanged();

  @WithDefault("180")
  @Min(1)
  @Max(36_500)
  int bodyDays();

  /// How long a body stays that was put or seen last, whatever the rules say: the longest a visit
  /// may take from storing a body to naming it.
  @WithDefault("24h")
  Duration grace();

  /// Most sources looked at in one go.
  @WithDefault("50")
  @Min(1)
  int sources();

  /// Least time from the beginning of a pass over all sources to that of the next.
  @WithDefault("6h")
  Duration pass();

  /// How long process has to say what it cites.
  @WithDefault("2s")
  Duration answerWithin();

  /// Of this many questions in a row ...
  @WithDefault("6")
  @Min(1)
  int breakerCalls();

  /// ... half without an answer stop the asking for this long.
  @WithDefault("10s")
  Duration breakerPause();

  /// Most snapshots a preview examines.
  @WithDefault("5000")
  @Min(1)
  int previewed();
}
