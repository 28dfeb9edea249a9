package io.competitoriq.bench.extraction;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.bench.extraction.Corpus.Page;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The result as rows: ours beside each peer of the run.
final class Report {

  private static final double GOAL_F1 = 0.92;
  private static final double GOAL_SPEED = 5;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().setDefaultPropertyInclusion(Include.NON_NULL);

  /// One figure, beside a peer's or alone.
  record Row(
      String metric,
      String unit,
      double ours,
      @Nullable String peer,
      @Nullable Double theirs,
      @Nullable Double ratio,
      @Nullable String goal,
      @Nullable Boolean met) {}

  private final List<Page> pages;
  private final Trial ours;
  private final List<Peer> peers;
  private final List<Row> rows = new ArrayList<>();

  Report(List<Page> pages, Trial ours, List<Peer> peers) {
    this.pages = pages;
    this.ours = ours;
    this.peers = peers;
  }

  String json() throws IOException {
    compare();
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("java", Runtime.version().toString());
    machine.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bench", "extraction");
    report.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    report.put("machine", machine);
    report.put("pages", pages.size());
    report.put("pagesWithoutMainContent", pages.stream().filter(this::isEmpty).count());
    report.put("failures", ours.failures());
    report.put("rows", rows);
    return MAPPER.writeValueAsString(report);
  }

  private boolean isEmpty(Page page) {
    return page.mainContent().isBlank();
  }

  private void compare() {
    Means mine = new Means(pages, ours.texts());
    alone("f1", mine.f1(_ -> true), ">= 0.92", mine.f1(_ -> true) >= GOAL_F1);
    alone("f1_of_pages_with_main_content", mine.f1(page -> !isEmpty(page)), null, null);
    alone("precision", mine.precision(), null, null);
    alone("recall", mine.recall(), null, null);
    kinds()
        .forEach(
            (kind, _) ->
                alone("f1_" + kind, mine.f1(page -> page.kind().equals(kind)), null, null));
    alone("snippets_held", mine.snippetsHeld(), null, null);
    alone("snippets_left_out", mine.snippetsLeftOut(), null, null);
    Heads.right(pages).forEach((what, share) -> alone(what + "_right", share, null, null));
    peers.forEach(peer -> beside(peer, mine));
  }

  private void beside(Peer peer, Means mine) {
    Means theirs = new Means(pages, peer.trial().texts());
    pair("f1", peer, mine.f1(_ -> true), theirs.f1(_ -> true));
    pair("precision", peer, mine.precision(), theirs.precision());
    pair("recall", peer, mine.recall(), theirs.recall());
    for (String kind : kinds().keySet()) {
      pair(
          "f1_" + kind,
          peer,
          mine.f1(page -> page.kind().equals(kind)),
          theirs.f1(page -> page.kind().equals(kind)));
    }
    pair("snippets_held", peer, mine.snippetsHeld(), theirs.snippetsHeld());
    pair("snippets_left_out", peer, mine.snippetsLeftOut(), theirs.snippetsLeftOut());
    double ratio = ours.pagesPerCpuSecond() / peer.trial().pagesPerCpuSecond();
    boolean goal = peer.name().startsWith("trafilatura");
    rows.add(
        new Row(
            "pages_per_cpu_second",
            "pages/s",
            rounded(ours.pagesPerCpuSecond()),
            peer.name(),
            rounded(peer.trial().pagesPerCpuSecond()),
            rounded(ratio),
            goal ? ">= 5" : null,
            goal ? ratio >= GOAL_SPEED : null));
  }

  private Map<String, Long> kinds() {
    return pages.stream()
        .collect(Collectors.groupingBy(Page::kind, TreeMap::new, Collectors.counting()));
  }

  private void alone(String metric, double value, @Nullable String goal, @Nullable Boolean met) {
    rows.add(new Row(metric, "share", rounded(value), null, null, null, goal, met));
  }

  private void pair(String metric, Peer peer, double mine, double theirs) {
    double difference = theirs == 0 ? 0 : mine / theirs;
    rows.add(
        new Row(
            metric,
            "share",
            rounded(mine),
            peer.name(),
            rounded(theirs),
            rounded(difference),
            null,
            null));
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  /// The main figures as a table for people.
  String table() {
    StringBuilder table = new StringBuilder();
    List<String> kinds = new ArrayList<>(kinds().keySet());
    table.append(line("", "f1", "precision", "recall", kinds, "pages/cpu s"));
    table.append(line("ours", ours, kinds));
    peers.forEach(peer -> table.append(line(peer.name(), peer.trial(), kinds)));
    return table.toString();
  }

  private String line(String name, Trial trial, List<String> kinds) {
    Means means = new Means(pages, trial.texts());
    List<String> byKind =
        kinds.stream().map(kind -> figure(means.f1(page -> page.kind().equals(kind)))).toList();
    return line(
        name,
        figure(means.f1(_ -> true)),
        figure(means.precision()),
        figure(means.recall()),
        byKind,
        "%.1f".formatted(trial.pagesPerCpuSecond()));
  }

  private static String line(
      String name, String f1, String precision, String recall, List<String> kinds, String speed) {
    String byKind = kinds.stream().map("%14s"::formatted).collect(Collectors.joining());
    return "%-22s%8s%10s%8s%s%13s%n".formatted(name, f1, precision, recall, byKind, speed);
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
