package io.competitoriq.chaos;

import io.competitoriq.chaos.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How the harness is run.
///
/// @param what `soak`, the name of a scenario, or `all` scenarios
/// @param lasts how long faults are made
/// @param jobs the soak ends earlier when so many have been accepted
/// @param seed of jobs and faults
/// @param killEvery between two kills of a worker
/// @param faultEvery between the beginnings of two other faults
/// @param home folder of the packaged application
public record Options(
    String what,
    Duration lasts,
    int jobs,
    long seed,
    int workers,
    int jobsPerSecond,
    Duration killEvery,
    Duration faultEvery,
    Path home) {

  private static final String SOAK = "soak";
  private static final String ALL = "all";

  /// Every kind of fault once, for CI.
  public static Options brief(long seed, Path home) {
    return new Options(
        SOAK,
        Duration.ofSeconds(90),
        Integer.MAX_VALUE,
        seed,
        4,
        12,
        Duration.ofSeconds(4),
        Duration.ofMillis(3500),
        home);
  }

  static Options of(String... args) {
    Options options = brief(System.nanoTime() % 1_000_000, Path.of("quarkus-app"));
    for (int i = 0; i < args.length; i++) {
      options =
          switch (args[i]) {
            case "--short" -> options;
            case "--home" -> options.home(Path.of(args[++i]));
            case "--seed" -> options.seed(Long.parseLong(args[++i]));
            case "--minutes" -> options.minutes(Integer.parseInt(args[++i]));
            case "--scenario" -> options.what(args[++i].toLowerCase(Locale.ROOT));
            default -> throw new IllegalArgumentException("unknown option " + args[i]);
          };
    }
    return options;
  }

  /// Minute-long outages only where there are minutes.
  boolean isLong() {
    return lasts.compareTo(Duration.ofMinutes(5)) >= 0;
  }

  boolean isSoak() {
    return SOAK.equals(what);
  }

  /// The scenarios asked for.
  List<Scenario> scenarios() {
    return ALL.equals(what)
        ? List.of(Scenario.values())
        : List.of(Scenario.valueOf(what.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private Options home(Path folder) {
    return new Options(
        what, lasts, jobs, seed, workers, jobsPerSecond, killEvery, faultEvery, folder);
  }

  private Options seed(long number) {
    return new Options(
        what, lasts, jobs, number, workers, jobsPerSecond, killEvery, faultEvery, home);
  }

  private Options what(String name) {
    return new Options(
        name, lasts, jobs, seed, workers, jobsPerSecond, killEvery, faultEvery, home);
  }

  /// The long form: more workers, because more of them are dead at any time.
  private Options minutes(int number) {
    return new Options(
        what,
        Duration.ofMinutes(number),
        jobs,
        seed,
        5,
        14,
        Duration.ofMillis(3500),
        Duration.ofSeconds(5),
        home);
  }
}
