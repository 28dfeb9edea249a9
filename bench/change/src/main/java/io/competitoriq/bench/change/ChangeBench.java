package io.competitoriq.bench.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The command behind `./ciq bench change`.
public final class ChangeBench {

  private static final URI SOMEWHERE = URI.create("https://example.com/page");
  private static final int EARLIER = 4;

  private final List<String> words;

  private ChangeBench(List<String> words) {
    this.words = words;
  }

  public static void main(String[] words) throws IOException {
    ChangeBench bench = new ChangeBench(List.of(words));
    if (bench.has("--pair")) {
      bench.pair();
    } else if (bench.has("--pairs")) {
      bench.pairs();
    } else {
      bench.corpus();
    }
  }

  private void pair() throws IOException {
    int at = words.indexOf("--pair");
    String before = PairFolder.page(Path.of(words.get(at + 1)));
    String after = PairFolder.page(Path.of(words.get(at + 2)));
    URI url = URI.create(option("--url", SOMEWHERE.toString()));
    System.out.println(
        new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(Judge.pair(url, before, after)));
  }

  private void pairs() throws IOException {
    Measure measure = new Measure(peers(), System.err, has("--mistakes"));
    int step = Integer.parseInt(option("--every", "1"));
    int at = 0;
    for (PairFolder.Entry pair : PairFolder.read(Path.of(option("--pairs", ".")))) {
      if (at++ % step == 0) {
        measure.judge(pair, SOMEWHERE);
      }
    }
    print("pairs", measure, false);
  }

  private void corpus() throws IOException {
    Path data = Path.of(option("--data", "."));
    int pages = Integer.parseInt(option("--pages", "24"));
    long seed = Long.parseLong(option("--seed", "1"));
    Report report = new Report();
    Measure pairs = new Measure(peers(), System.err, has("--mistakes"));
    new Corpus(data, pages, 1, seed).forEach(each -> pairs.judge(each, true), System.err);
    report.add("two visits", pairs, true);
    Measure histories = new Measure(Map.of(), System.err, has("--mistakes"));
    new Corpus(data, pages, EARLIER, seed)
        .forEach(each -> histories.judge(each, false), System.err);
    report.add("four visits before", histories, true);
    System.out.println(report.json());
  }

  private static void print(String name, Measure measure, boolean withStatus) throws IOException {
    Report report = new Report();
    report.add(name, measure, withStatus);
    System.out.println(report.json());
  }

  private Map<String, UnaryOperator<String>> peers() {
    return has("--alone") ? Map.of() : Peers.all();
  }

  private boolean has(String option) {
    return words.contains(option);
  }

  private String option(String name, String otherwise) {
    int at = words.indexOf(name);
    return at < 0 ? otherwise : words.get(at + 1);
  }
}
