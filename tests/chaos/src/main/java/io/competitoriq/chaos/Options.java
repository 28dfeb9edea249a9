package io.competitoriq.chaos;

import io.competitoriq.chaos.fault.Fault;
import io.competitoriq.chaos.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How the harness is run.
///
/// @param what `soak`, `kills`, the name of a scenario, or `all` scenarios
/// @param form how much of it
/// @param kills that `kills` makes
/// @param seed of jobs and faults
/// @param home folder of the packaged application
public record Options(String what, Form form, int kills, long seed, Path home) {

  private static final String SOAK = "soak";
  private static final String KILLS = "kills";
  private static final String ALL = "all";
  private static final int LONG_MINUTES = 5;
  private static final int SOME_KILLS = 100;

  /// How much of everything a run has.
  ///
  /// @param lasts faults are made for so long at most
  /// @param faults and so many of them at most, the kills not counted
  /// @param jobs and until so many have been answered
  /// @param killEvery between two kills of a worker
  /// @param faultEvery between the beginnings of two other faults
  public record Form(
      Duration lasts,
      int faults,
      int jobs,
      int workers,
      int jobsPerSecond,
      Duration killEvery,
      Duration faultEvery) {

    /// Every kind of fault once, for CI.
    static final Form BRIEF =
        new Form(
            Duration.ofMinutes(2),
            Fault.values().length,
            Integer.MAX_VALUE,
            4,
            12,
            Duration.ofSeconds(5),
            Duration.ofMillis(2500));

    /// More workers, because more of them are dead at any time.
    static Form minutes(int number) {
      return new Form(
          Duration.ofMinutes(number),
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          5,
          14,
          Duration.ofMillis(3000),
          Duration.ofSeconds(5));
    }

    /// Minute-long outages only where there are minutes.
    boolean isLong() {
      return lasts.toMinutes() >= LONG_MINUTES;
    }
  }

  /// The short form.
  public static Options brief(long seed, Path home) {
    return new Options(SOAK, Form.BRIEF, SOME_KILLS, seed, home);
  }

  static Options of(String... args) {
    Options options = brief(System.nanoTime() % 1_000_000, Path.of("quarkus-app"));
    for (int i = 0; i < args.length; i++) {
      options =
          switch (args[i]) {
            case "--short" -> options;
            case "--home" -> options.home(Path.of(args[++i]));
            case "--seed" -> options.seed(Long.parseLong(args[++i]));
            case "--minutes" -> options.form(Form.minutes(Integer.parseInt(args[++i])));
            case "--kills" -> options.kills(Integer.parseInt(args[++i]));
            case "--scenario" -> options.what(args[++i].toLowerCase(Locale.ROOT));
            default -> throw new IllegalArgumentException("unknown option " + args[i]);
          };
    }
    return options;
  }

  boolean isSoak() {
    return SOAK.equals(what);
  }

  boolean isKills() {
    return KILLS.equals(what);
  }

  /// The scenarios asked for.
  List<Scenario> scenarios() {
    return ALL.equals(what)
        ? List.of(Scenario.values())
        : List.of(Scenario.valueOf(what.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private Options home(Path folder) {
    return new Options(what, form, kills, seed, folder);
  }

  private Options seed(long number) {
    return new Options(what, form, kills, number, home);
  }

  private Options form(Form wanted) {
    return new Options(what, wanted, kills, seed, home);
  }

  private Options kills(int number) {
    return new Options(what, form, number, seed, home);
  }

  private Options what(String name) {
    return new Options(name, form, kills, seed, home);
  }
}
