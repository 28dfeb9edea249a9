package io.competitoriq.process.maintext;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What the model looks at that is the same for every passage of a page.
///
/// @param title lower case
/// @param firstHeading index of the first `h1`, -1 without one
/// @param longest most characters outside links that a passage has
/// @param repeats how often each text stands on the page
record PageTraits(
    String title,
    int firstHeading,
    int paragraphs,
    int paragraphCharacters,
    int mainCharacters,
    int articleCharacters,
    int openGraphType,
    int jsonLdTypes,
    int longest,
    Map<String, Integer> repeats) {

  static PageTraits of(Document page, List<Passage> passages) {
    int firstHeading = -1;
    int paragraphs = 0;
    int paragraphCharacters = 0;
    int mainCharacters = 0;
    int articleCharacters = 0;
    int longest = 0;
    Map<String, Integer> repeats = new HashMap<>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      int characters = passage.characters();
      boolean paragraph = passage.tag().equals("p");
      firstHeading = firstHeading < 0 && passage.tag().equals("h1") ? i : firstHeading;
      paragraphs += paragraph ? 1 : 0;
      paragraphCharacters += paragraph ? characters : 0;
      mainCharacters += Mark.MAIN_ELEMENT.in(passage.place().marks) ? characters : 0;
      articleCharacters += Mark.ARTICLE_ELEMENT.in(passage.place().marks) ? characters : 0;
      longest = Math.max(longest, passage.plainCharacters());
      repeats.merge(passage.text(), 1, Integer::sum);
    }
    return new PageTraits(
        Whitespace.collapse(page.title()).toLowerCase(Locale.ROOT),
        firstHeading,
        paragraphs,
        paragraphCharacters,
        mainCharacters,
        articleCharacters,
        openGraphType(page),
        jsonLdTypes(page),
        longest,
        repeats);
  }

  private static int openGraphType(Document page) {
    String type = page.select("meta[property=og:type]").attr("content");
    if (type.startsWith("article")) {
      return 1;
    }
    if (type.contains("product")) {
      return 2;
    }
    return type.isEmpty() ? 0 : 3;
  }

  private static int jsonLdTypes(Document page) {
    int types = 0;
    for (Element script : page.select(JsonLdPassages.SCRIPTS)) {
      String data = script.data();
      types |= data.contains("Article\"") || data.contains("BlogPosting\"") ? 1 : 0;
      types |= data.contains("\"Product\"") ? 2 : 0;
      types |= data.contains("DiscussionForumPosting") || data.contains("QAPage") ? 4 : 0;
    }
    return types;
  }
}
