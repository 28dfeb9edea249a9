package io.competitoriq.bench.extraction;

import io.competitoriq.bench.extraction.Corpus.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Means over the pages of a corpus.
final class Means {

  private final List<Page> pages;
  private final Map<String, WordScore> scores = new TreeMap<>();
  private final Map<String, String> texts;

  Means(List<Page> pages, Map<String, String> texts) {
    this.pages = pages;
    this.texts = texts;
    for (Page page : pages) {
      scores.put(page.id(), WordScore.of(texts.getOrDefault(page.id(), ""), page.mainContent()));
    }
  }

  double f1(Predicate<Page> of) {
    return mean(of, WordScore::f1);
  }

  double precision() {
    return mean(_ -> true, WordScore::precision);
  }

  double recall() {
    return mean(_ -> true, WordScore::recall);
  }

  /// Share of the texts that the main content must hold and that were read.
  double snippetsHeld() {
    return share(Page::must, true);
  }

  /// Share of the texts that the main content must not hold and that were left out.
  double snippetsLeftOut() {
    return share(Page::mustNot, false);
  }

  private double share(java.util.function.Function<Page, List<String>> snippets, boolean held) {
    int all = 0;
    int right = 0;
    for (Page page : pages) {
      String text = squeezed(texts.getOrDefault(page.id(), ""));
      for (String snippet : snippets.apply(page)) {
        all++;
        right += text.contains(squeezed(snippet)) == held ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) right / all;
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private double mean(Predicate<Page> of, ToDoubleFunction<WordScore> part) {
    return pages.stream()
        .filter(of)
        .mapToDouble(page -> part.applyAsDouble(scores.get(page.id())))
        .average()
        .orElse(0);
  }
}
