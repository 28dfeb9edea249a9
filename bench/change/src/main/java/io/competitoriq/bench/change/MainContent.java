package io.competitoriq.bench.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The parts of a page that people marked as its main content: leaf blocks whose words stand there.
final class MainContent {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "td",
          "th",
          "dt",
          "dd",
          "blockquote",
          "div",
          "figcaption");
  private static final Set<String> INNER =
      Set.of(
          "p",
          "li",
          "ul",
          "ol",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "table",
          "tr",
          "td",
          "th",
          "dl",
          "dt",
          "dd",
          "blockquote",
          "div",
          "section",
          "article",
          "figure",
          "form");
  private static final double MOST = 0.85;

  private final Set<String> trigrams = new HashSet<>();
  private final Set<String> lines = new HashSet<>();
  private final Map<String, Boolean> known = new HashMap<>();

  MainContent(String truth) {
    trigrams.addAll(trigrams(words(truth)));
    truth.lines().forEach(line -> lines.add(String.join(" ", words(line))));
  }

  /// Blocks of main content with at least so many words, in reading order.
  List<Element> blocks(Document page, int words, String... tags) {
    Set<String> wanted = tags.length == 0 ? BLOCKS : Set.of(tags);
    List<Element> blocks = new ArrayList<>();
    for (Element element : page.body().getAllElements()) {
      if (wanted.contains(element.normalName())
          && isLeaf(element)
          && isMain(element)
          && words(element.text()).size() >= words) {
        blocks.add(element);
      }
    }
    return blocks;
  }

  private static boolean isLeaf(Element element) {
    for (Element child : element.children()) {
      if (INNER.contains(child.normalName()) || !isLeaf(child)) {
        return false;
      }
    }
    return true;
  }

  boolean isMain(Element element) {
    if (element.closest("nav,footer,noscript,script,style,template,[hidden]") != null) {
      return false;
    }
    return known.computeIfAbsent(element.text(), this::stands);
  }

  private boolean stands(String text) {
    List<String> words = words(text);
    if (words.size() < 3) {
      return !words.isEmpty() && lines.contains(String.join(" ", words));
    }
    Set<String> own = trigrams(words);
    return own.stream().filter(trigrams::contains).count() >= MOST * own.size();
  }

  static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  private static Set<String> trigrams(List<String> words) {
    Set<String> trigrams = new HashSet<>();
    for (int i = 0; i + 3 <= words.size(); i++) {
      trigrams.add(String.join(" ", words.subList(i, i + 3)));
    }
    return trigrams;
  }
}
