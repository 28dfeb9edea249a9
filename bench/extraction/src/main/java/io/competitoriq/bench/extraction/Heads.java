package io.competitoriq.bench.extraction;

import io.competitoriq.bench.extraction.Corpus.Page;
import io.competitoriq.process.page.PageHead;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jsoup.Jsoup;

/// How often title, author and date are read as people read them, of the pages that have one.
final class Heads {

  private Heads() {}

  static Map<String, Double> right(List<Page> pages) {
    Map<String, Double> shares = new TreeMap<>();
    shares.put(
        "title", share(pages, Page::title, (page, head) -> alike(page.title(), head.title())));
    shares.put(
        "author",
        share(
            pages,
            Page::author,
            (page, head) -> head.author() != null && alike(page.author(), head.author())));
    shares.put(
        "date",
        share(
            pages,
            Page::date,
            (page, head) ->
                head.publishedAt() != null
                    && page.date()
                        .startsWith(
                            head.publishedAt().atZone(ZoneOffset.UTC).toLocalDate().toString())));
    return shares;
  }

  private static double share(
      List<Page> pages, Function<Page, String> truth, BiFunction<Page, PageHead, Boolean> right) {
    List<Page> having = pages.stream().filter(page -> !truth.apply(page).isBlank()).toList();
    long found =
        having.stream()
            .filter(page -> right.apply(page, PageHead.of(Jsoup.parse(page.html()), page.url())))
            .count();
    return having.isEmpty() ? 0 : (double) found / having.size();
  }

  private static boolean alike(String truth, String read) {
    String wanted = words(truth);
    String got = words(read);
    return wanted.equals(got)
        || !wanted.isEmpty() && got.contains(wanted)
        || !got.isEmpty() && wanted.contains(got);
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
