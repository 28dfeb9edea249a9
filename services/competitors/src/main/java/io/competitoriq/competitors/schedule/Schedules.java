package io.competitoriq.competitors.schedule;

import static io.competitoriq.competitors.schedule.DurationWords.words;

import io.competitoriq.http.Problems;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Reads schedules people write, refuses those that would hammer a site, and plans next visits.
@ApplicationScoped
public class Schedules {

  private static final Duration LONGEST = Duration.ofDays(366);

  /// What part and what multiple of the interval an adaptive one may become unless said.
  private static final int DEFAULT_SHORTEST = 4;

  private static final int DEFAULT_LONGEST = 8;

  private final ScheduleConfig config;
  private final RandomGenerator random;

  @Inject
  Schedules(ScheduleConfig config) {
    this(config, new Random());
  }

  Schedules(ScheduleConfig config, RandomGenerator random) {
    this.config = config;
    this.random = random;
  }

  /// The next visit strictly after `moment`.
  public Instant next(Schedule schedule, Instant moment) {
    return NextVisit.after(schedule, moment, random);
  }

  /// What a source gets when nobody chose a schedule.
  public Schedule defaultFor(SourceKind kind, Collector collector) {
    return Schedule.every(defaultInterval(kind, collector));
  }

  /// The interval of [#defaultFor].
  public Duration defaultInterval(SourceKind kind, Collector collector) {
    return config.defaultInterval().orElseGet(() -> DefaultIntervals.of(kind, collector));
  }

  /// What an interval that suits the kind of source comes to here: the one for all new sources
  /// where that is set, and never a shorter one than is allowed.
  public Duration planned(Duration suitable) {
    Duration interval = config.defaultInterval().orElse(suitable);
    return interval.compareTo(config.minInterval()) < 0 ? config.minInterval() : interval;
  }

  /// A schedule as a person asked for it; an adaptive one without an interval starts from the
  /// default of the kind.
  ///
  /// Fails with problem `invalid-schedule` and a sentence that says what to write instead.
  public Schedule read(ScheduleView asked, SourceKind kind, Collector collector) {
    return read(
        asked.leavesIntervalOpen() ? asked.startingFrom(defaultInterval(kind, collector)) : asked);
  }

  /// The same without a default.
  ///
  /// Fails like [#read(ScheduleView, SourceKind, Collector)].
  Schedule read(ScheduleView asked) {
    String interval = asked.interval();
    String cron = asked.cron();
    if ((interval == null) == (cron == null)) {
      throw Problems.badRequest(
          "invalid-schedule", "Give a schedule either an interval or a cron expression.");
    }
    Rhythm rhythm =
        interval != null ? every(interval, asked.adaptive()) : at(cron == null ? "" : cron);
    requireInterval(rhythm, asked.adaptive());
    Duration shortest = shortestGap(rhythm);
    return new Schedule(
        rhythm,
        zone(asked.zone()),
        jitter(asked.jitter(), shortest),
        asked.window() == null ? VisitWindow.ALWAYS : window(asked.window()));
  }

  private Rhythm every(String text, @Nullable AdaptiveView adaptive) {
    Duration interval = interval("interval", text);
    return adaptive == null ? new Rhythm.Every(interval) : adaptive(interval, adaptive);
  }

  private Rhythm adaptive(Duration start, AdaptiveView asked) {
    Duration shortest =
        asked.shortest() == null
            ? longer(start.dividedBy(DEFAULT_SHORTEST), config.minInterval())
            : interval("shortest interval", asked.shortest());
    Duration longest =
        asked.longest() == null
            ? shorter(start.multipliedBy(DEFAULT_LONGEST), LONGEST)
            : interval("longest interval", asked.longest());
    if (start.compareTo(shortest) < 0 || start.compareTo(longest) > 0) {
      throw Problems.badRequest(
          "invalid-schedule",
          "An adaptive schedule starts from its interval, %s: make the shortest at most and the longest at least that."
              .formatted(words(start)));
    }
    return Rhythm.Adaptive.from(start, shortest, longest);
  }

  private static void requireInterval(Rhythm rhythm, @Nullable AdaptiveView adaptive) {
    if (adaptive != null && rhythm instanceof Rhythm.At) {
      throw Problems.badRequest(
          "invalid-schedule",
          "A cron expression names its times and cannot be adaptive; give an interval to start"
              + " from, or leave \"adaptive\" away.");
    }
  }

  private Duration interval(String field, String text) {
    Duration interval = duration(field, text);
    if (interval.compareTo(LONGEST) > 0) {
      throw Problems.badRequest("invalid-schedule", "The " + field + " is longer than a year.");
    }
    return notTooShort(interval);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Rhythm at(String text) {
    try {
      CronExpression cron = CronExpression.parse(text);
      notTooShort(cron.shortestGap());
      return new Rhythm.At(cron);
    } catch (IllegalArgumentException unreadable) {
      throw Problems.badRequest("invalid-schedule", String.valueOf(unreadable.getMessage()));
    }
  }

  private Duration notTooShort(Duration gap) {
    if (gap.compareTo(config.minInterval()) < 0) {
      throw Problems.badRequest(
          "invalid-schedule",
          "The schedule visits more often than every %s, the shortest allowed here."
              .formatted(words(config.minInterval())));
    }
    return gap;
  }

  private static Duration shortestGap(Rhythm rhythm) {
    return switch (rhythm) {
      case Rhythm.Every(Duration interval) -> interval;
      case Rhythm.At(CronExpression cron) -> cron.shortestGap();
      case Rhythm.Adaptive adaptive -> adaptive.shortest();
    };
  }

  private static ZoneId zone(@Nullable String text) {
    String zone = text == null || text.isBlank() ? "UTC" : text.strip();
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw Problems.badRequest(
          "invalid-schedule",
          "The time zone \"" + zone + "\" is not known; write one like \"Europe/Berlin\".");
    }
    return ZoneId.of(zone);
  }

  private static VisitWindow window(WindowView asked) {
    List<DayOfWeek> days = asked.days() == null ? List.of(DayOfWeek.values()) : asked.days();
    if (days.isEmpty()) {
      throw Problems.badRequest(
          "invalid-schedule", "Name at least one day of the window, or leave the days away.");
    }
    String from = asked.from();
    String to = asked.to();
    if (from == null && to == null) {
      return new VisitWindow(Set.copyOf(days), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }
    if (from == null || to == null) {
      throw Problems.badRequest(
          "invalid-schedule", "Give the window both times, \"from\" and \"to\", or none.");
    }
    return new VisitWindow(Set.copyOf(days), time(from), time(to));
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text.strip()).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeParseException unreadable) {
      throw Problems.badRequest(
          "invalid-schedule",
          "The time \"" + text + "\" of the window cannot be read; write it like \"08:30\".");
    }
  }

  private static Duration jitter(@Nullable String text, Duration shortest) {
    if (text == null) {
      return Schedule.defaultJitter(shortest);
    }
    Duration jitter = duration("jitter", text);
    if (jitter.isNegative() || jitter.compareTo(shortest) > 0) {
      throw Problems.badRequest(
          "invalid-schedule", "The jitter must be between zero and the time between two visits.");
    }
    return jitter;
  }

  private static Duration duration(String field, String text) {
    try {
      return Duration.parse(text.strip());
    } catch (DateTimeParseException unreadable) {
      throw Problems.badRequest(
          "invalid-schedule",
          "The %s \"%s\" cannot be read; write it like \"PT6H\" (six hours) or \"PT30M\"."
              .formatted(field, text));
    }
  }
}
