package io.competitoriq.chaos;

import io.competitoriq.chaos.fleet.Application;
import io.competitoriq.chaos.fleet.Fleet;
import io.competitoriq.chaos.fleet.Tempo;
import io.competitoriq.chaos.report.Progress;
import io.competitoriq.chaos.report.Report;
import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.scenario.Scenario;
import io.competitoriq.chaos.scenario.Scene;
import io.competitoriq.chaos.server.Servers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The harness: starts servers, network and workers, torments them, checks, reports.
public final class Chaos {

  private static final PrintStream RESULT = System.out;
  private static final int SCENE_WORKERS = 3;

  private Chaos() {}

  /// Prints progress on standard error and the report as the last line on standard output; ends
  /// with 1 when a goal was missed.
  public static void main(String[] args) throws IOException, SQLException {
    Options options = Options.of(args);
    Report report = run(options);
    RESULT.println(report.json(Clock.systemUTC().instant()));
    report.rows().forEach(row -> Progress.say(row.line()));
    System.exit(report.met() ? 0 : 1);
  }

  /// One run in a folder of its own, which stays only when something was found.
  public static Report run(Options options) throws IOException, SQLException {
    Path runs = Files.createDirectories(options.home().resolveSibling("runs"));
    Path folder = Files.createTempDirectory(runs, "seed-" + options.seed() + "-");
    Progress.say("seed " + options.seed() + ", records in " + folder);
    Report report = run(options, folder);
    if (report.met()) {
      delete(folder);
    }
    return report;
  }

  private static Report run(Options options, Path folder) throws IOException, SQLException {
    Path binaries = options.home().resolveSibling("postgresql");
    try (Servers servers = Servers.start(folder, binaries)) {
      Thread guard = new Thread(servers::close);
      Runtime.getRuntime().addShutdownHook(guard);
      try {
        return play(options, servers);
      } finally {
        Runtime.getRuntime().removeShutdownHook(guard);
      }
    }
  }

  private static Report play(Options options, Servers servers) throws IOException {
    if (options.isSoak()) {
      return soak(options, servers);
    }
    return options.isKills() ? kills(options, servers) : scenarios(options, servers);
  }

  private static Report kills(Options options, Servers servers) throws IOException {
    Application application = application(options, servers, Tempo.QUICK, Kills.MIX);
    try (Fleet fleet = Fleet.start(servers, application, Kills.WORKERS, options.seed())) {
      return new Kills(options, servers, fleet).run();
    }
  }

  private static Report soak(Options options, Servers servers) throws IOException {
    Application application = application(options, servers, Tempo.QUICK, List.of());
    try (Fleet fleet =
        Fleet.start(servers, application, options.form().workers(), options.seed())) {
      return new Soak(options, servers, fleet).run();
    }
  }

  private static Report scenarios(Options options, Servers servers) throws IOException {
    Application application = application(options, servers, Tempo.PRODUCTION, Scenario.settings());
    List<Row> rows = new ArrayList<>();
    try (Fleet fleet = Fleet.start(servers, application, SCENE_WORKERS, options.seed())) {
      for (Scenario scenario : options.scenarios()) {
        Progress.say("scenario " + scenario);
        List<Row> found = scenario.play(new Scene(servers, fleet));
        found.forEach(row -> Progress.say("  " + row.line()));
        rows.addAll(found);
      }
    }
    return new Report(Map.of("seed", options.seed(), "workers", SCENE_WORKERS), rows);
  }

  private static Application application(
      Options options, Servers servers, Tempo tempo, List<String> extra) {
    return new Application(options.home().toAbsolutePath(), servers.folder(), tempo, extra);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
