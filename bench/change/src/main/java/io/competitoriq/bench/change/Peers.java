package io.competitoriq.bench.change;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// How others decide whether a page changed, written after their sources: what they compare, as one
/// text; a page changed when the two texts differ.
final class Peers {

  /// `transformers/diff.ts` and the tags `onlyMainContent` removes.
  private static final List<String> FIRECRAWL_REMOVES =
      List.of(
          "header",
          "footer",
          "nav",
          "aside",
          ".header",
          ".top",
          ".navbar",
          "#header",
          ".footer",
          ".bottom",
          "#footer",
          ".sidebar",
          ".side",
          ".aside",
          "#sidebar",
          ".modal",
          ".popup",
          "#modal",
          ".overlay",
          ".ad",
          ".ads",
          ".advert",
          "#ad",
          ".lang-selector",
          ".language",
          "#language-selector",
          ".social",
          ".social-media",
          ".social-links",
          "#social",
          ".menu",
          ".navigation",
          "#nav",
          ".breadcrumbs",
          "#breadcrumbs",
          ".share",
          "#share",
          ".widget",
          "#widget",
          ".cookie",
          "#cookie",
          "script",
          "style",
          "noscript",
          "meta",
          "head");

  private Peers() {}

  static Map<String, UnaryOperator<String>> all() {
    Map<String, UnaryOperator<String>> peers = new LinkedHashMap<>();
    peers.put("changedetection.io, full text", Peers::fullText);
    peers.put("Firecrawl's rule", Peers::sortedCharacters);
    peers.put("readability4j 1.0.8, hash", Peers::readability);
    return peers;
  }

  private static String fullText(String html) {
    return Jsoup.parse(html).body().text();
  }

  /// Main content as text with the addresses of links and images, its characters sorted.
  private static String sortedCharacters(String html) {
    Document page = Jsoup.parse(html);
    for (String selector : FIRECRAWL_REMOVES) {
      for (Element element : page.select(selector)) {
        boolean whole = element.normalName().equals("body") || element.normalName().equals("html");
        if (!whole && element.selectFirst("#main") == null) {
          element.remove();
        }
      }
    }
    StringBuilder text = new StringBuilder(page.body().text());
    page.select("a[href]").forEach(link -> text.append("](").append(link.attr("href")));
    page.select("img[src]").forEach(image -> text.append("![](").append(image.attr("src")));
    char[] sorted = text.toString().replaceAll("\\s+", "").toCharArray();
    Arrays.sort(sorted);
    return new String(sorted);
  }

  private static String readability(String html) {
    String text = new Readability4J("https://example.com/", html).parse().getTextContent();
    return text == null ? "" : text.replaceAll("\\s+", " ").strip();
  }
}
