package io.competitoriq.crawl.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Everything that is looked for in a page, noted while it is read: letters a reader sees, first
/// headings, password fields, links, meta tags.
final class Sight {
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\f\\r\\u00a0]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b]");

  /// Elements that part the words around them.
  private static final Set<String> BREAKS = Set.of("h1", "br", "div", "p", "ul", "ol", "li");

  private final int lettersOfInterest;
  private final List<String> links = new ArrayList<>();
  private final List<Meta> metas = new ArrayList<>();
  private final StringBuilder title = new StringBuilder();
  private final StringBuilder headline = new StringBuilder();
  private String base = "";
  private int titles;
  private int letters;
  private boolean password;

  Sight(int lettersOfInterest) {
    this.lettersOfInterest = lettersOfInterest;
  }

  /// @param lettersOfInterest letters are not counted further than about this
  static Sight of(String html, int lettersOfInterest) {
    Sight sight = new Sight(lettersOfInterest);
    if (Markup.read(html, sight)) {
      return sight;
    }
    Sight slower = new Sight(lettersOfInterest);
    Tree.read(html, slower);
    return slower;
  }

  /// An element begins in `place`; answers the place inside it.
  ///
  /// @param attributes the value of the attribute of a name; empty when there is none
  Place element(String name, UnaryOperator<String> attributes, Place place) {
    if (name.equals("meta") && place != Place.UNSEEN) {
      metas.add(new Meta(attributes.apply("name"), attributes.apply("content")));
    } else if (place != Place.UNSEEN && place != Place.NOSCRIPT) {
      note(name, attributes);
    }
    Place inside = place.inside(name);
    if (inside == Place.TITLE) {
      titles++;
    }
    if (inside == Place.HEADLINE && BREAKS.contains(name)) {
      headline.append(' ');
    }
    return inside;
  }

  private void note(String name, UnaryOperator<String> attributes) {
    switch (name) {
      case "a" -> {
        String address = attributes.apply("href");
        if (!address.isEmpty()) {
          links.add(address);
        }
      }
      case "base" -> base = base.isEmpty() ? attributes.apply("href") : base;
      case "input" -> password |= attributes.apply("type").equalsIgnoreCase("password");
      default -> {}
    }
  }

  /// Whether text in `place` is worth telling.
  boolean wants(Place place) {
    return switch (place) {
      case TITLE, HEADLINE, NOSCRIPT -> true;
      case PLAIN, HEAD -> letters < lettersOfInterest;
      case LABEL, UNSEEN -> false;
    };
  }

  /// The text in `place` between two tags.
  void text(Place place, CharSequence text) {
    switch (place) {
      case TITLE -> {
        if (titles == 1) {
          title.append(text);
        }
      }
      case HEADLINE -> {
        headline.append(text);
        count(text);
      }
      case PLAIN, HEAD -> count(text);
      case NOSCRIPT -> withoutScripts(text.toString());
      case LABEL, UNSEEN -> {}
    }
  }

  /// Read as a reader without scripts would, for the meta tags: those are meant for us too.
  private void withoutScripts(String markup) {
    if (markup.toLowerCase(Locale.ROOT).contains("<meta")) {
      metas.addAll(of(markup, 0).metas());
    }
  }

  /// White space counts as one letter, and so does the end of the text.
  private void count(CharSequence text) {
    if (letters >= lettersOfInterest) {
      return;
    }
    int seen = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        gap = seen > 0;
      } else if (!isInvisible(c)) {
        seen += gap ? 2 : 1;
        gap = false;
      }
    }
    letters += seen == 0 ? 0 : seen + 1;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0';
  }

  private static boolean isInvisible(char c) {
    return c == '\u00ad' || c == '\u200b';
  }

  private static String collapsed(CharSequence text) {
    String visible = INVISIBLE.matcher(text).replaceAll("");
    return BLANKS.matcher(visible).replaceAll(" ").strip();
  }

  int letters() {
    return letters;
  }

  boolean password() {
    return password;
  }

  /// The page's meta tags, those for readers without scripts included.
  List<Meta> metas() {
    return List.copyOf(metas);
  }

  /// Title and main headings, lower case.
  String headline() {
    return (collapsed(title) + " | " + collapsed(headline)).toLowerCase(Locale.ROOT);
  }

  Outline outline() {
    return new Outline(collapsed(title), links, base);
  }
}
