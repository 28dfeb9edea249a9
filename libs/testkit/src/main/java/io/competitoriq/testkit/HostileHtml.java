package io.competitoriq.testkit;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Damages pages the way broken templates, cut downloads and attackers do. The same seed damages
/// the same way.
public final class HostileHtml {

  private static final int MOST_DAMAGES = 12;
  private static final int LONGEST_RANGE = 4_000;

  private static final List<String> INSERTS =
      List.of(
          "<",
          ">",
          "</",
          "<!--",
          "-->",
          "<![CDATA[",
          "&#xFFFFFFFF;",
          "&#0;",
          "&amp",
          "\u0000",
          "\uD83D",
          "\uFFFE\u202E",
          "<table>",
          "<tr><td>",
          "</table>",
          "</div></div></div>",
          "<select><option>",
          "<svg><foreignObject><p>",
          "<math><mtext>",
          "<template>",
          "<noscript>",
          "</body></html>",
          "<body class=\"",
          "<frameset>",
          "<plaintext>",
          "<textarea>",
          "<title>",
          "<script type=\"application/ld+json\">{\"articleBody\":\"\\ud83d \\u12",
          "<script type=\"application/ld+json\">{\"description\":\"<p>a</p>\\\"}",
          "<p style=\"display:none\" hidden aria-hidden=\"true\">",
          "<a href=\"javascript:\">",
          "<x-y-z role=\"navigation\">",
          "<h1><h1><h1>",
          "$1e999",
          "€ -0,00/Monat");

  private final RandomGenerator random;

  public HostileHtml(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// A damaged copy: ranges cut, doubled, moved or repeated very often, markup put in anywhere.
  public String damaged(String page) {
    StringBuilder html = new StringBuilder(page);
    int damages = random.nextInt(1, MOST_DAMAGES);
    for (int i = 0; i < damages && !html.isEmpty(); i++) {
      damage(html);
    }
    return html.toString();
  }

  private void damage(StringBuilder html) {
    int from = random.nextInt(html.length());
    int to = Math.min(html.length(), from + random.nextInt(1, LONGEST_RANGE));
    String range = html.substring(from, to);
    switch (random.nextInt(9)) {
      case 0 -> html.delete(from, to);
      case 1 -> html.insert(from, range);
      case 2 -> html.delete(from, to).insert(random.nextInt(html.length() + 1), range);
      case 3 -> html.setLength(from);
      case 4 -> html.insert(from, range.substring(0, Math.min(60, range.length())).repeat(400));
      case 5 -> html.insert(from, nested());
      case 6 -> html.setCharAt(from, (char) random.nextInt(Character.MAX_VALUE));
      default -> html.insert(from, INSERTS.get(random.nextInt(INSERTS.size())));
    }
  }

  private String nested() {
    String tag =
        List.of("<div>", "<b>", "<ul><li>", "<table><tr><td>", "<span>").get(random.nextInt(5));
    return tag.repeat(random.nextInt(1, 5_000)) + "deep";
  }
}
