package io.competitoriq.competitors.source;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.competitoriq.competitors.schedule.CronExpression;
import io.competitoriq.competitors.schedule.Rhythm;
import io.competitoriq.competitors.schedule.Schedule;
import io.competitoriq.competitors.schedule.VisitWindow;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One page or feed of a competitor and when it is visited. Its version counts edits by people
/// only: the scheduler moves `nextVisitAt` in SQL, so that a visit never spoils somebody's edit.
@Entity
@DynamicUpdate
@Table(name = "source")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Source {

  @Id UUID id;

  @Column(name = "workspace_id")
  UUID workspaceId;

  @Column(name = "competitor_id")
  UUID competitorId;

  @Enumerated(EnumType.STRING)
  SourceKind kind;

  @Enumerated(EnumType.STRING)
  Collector collector;

  @Enumerated(EnumType.STRING)
  Rendering rendering;

  @JdbcTypeCode(SqlTypes.JSON)
  Map<String, Object> options;

  String url;
  String title;

  @Column(name = "interval_ms")
  @Nullable Long intervalMs;

  @Nullable String cron;
  String zone;

  @Column(name = "jitter_ms")
  long jitterMs;

  /// Null where the interval stays what it is.
  @Embedded @Nullable AdaptiveColumns adaptive;

  /// Names of [DayOfWeek] with commas between; null with both times for any time.
  @Column(name = "window_days")
  @Nullable String windowDays;

  @Column(name = "window_from")
  @Nullable LocalTime windowFrom;

  @Column(name = "window_to")
  @Nullable LocalTime windowTo;

  boolean paused;

  @Column(name = "next_visit_at")
  Instant nextVisitAt;

  @Column(name = "last_visit_at")
  @Nullable Instant lastVisitAt;

  @Column(name = "archived_at")
  @Nullable Instant archivedAt;

  @Version long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  URI uri() {
    return URI.create(url);
  }

  Schedule schedule() {
    return new Schedule(rhythm(), ZoneId.of(zone), Duration.ofMillis(jitterMs), window());
  }

  private Rhythm rhythm() {
    if (intervalMs == null) {
      return new Rhythm.At(CronExpression.parse(cron == null ? "" : cron));
    }
    Duration interval = Duration.ofMillis(intervalMs);
    return adaptive == null ? new Rhythm.Every(interval) : adaptive.from(interval);
  }

  private VisitWindow window() {
    if (windowDays == null || windowFrom == null || windowTo == null) {
      return VisitWindow.ALWAYS;
    }
    Set<DayOfWeek> days =
        Stream.of(windowDays.split(",", -1)).map(DayOfWeek::valueOf).collect(toSet());
    return new VisitWindow(days, windowFrom, windowTo);
  }

  private void open(VisitWindow window) {
    boolean always = window.equals(VisitWindow.ALWAYS);
    windowDays =
        always ? null : window.days().stream().sorted().map(DayOfWeek::name).collect(joining(","));
    windowFrom = always ? null : window.from();
    windowTo = always ? null : window.to();
  }

  void follow(Schedule schedule) {
    zone = schedule.zone().getId();
    jitterMs = schedule.jitter().toMillis();
    open(schedule.window());
    adaptive = null;
    intervalMs = null;
    cron = null;
    switch (schedule.rhythm()) {
      case Rhythm.Every(Duration interval) -> intervalMs = interval.toMillis();
      case Rhythm.At(CronExpression expression) -> cron = expression.text();
      case Rhythm.Adaptive rhythm -> {
        intervalMs = rhythm.start().toMillis();
        adaptive = new AdaptiveColumns(rhythm);
      }
    }
  }
}
