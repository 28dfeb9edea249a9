package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a page is there for, judged by its address, the words that link to it and its headings.
///
/// @param confidence between 0 and 1; several independent hints raise it, none makes it certain
/// @param hints what matched, each ready to stand in a sentence
record PageIntent(SourceKind kind, double confidence, List<String> hints) {

  private static final double CERTAIN = 0.98;
  private static final double ENOUGH = 0.4;
  private static final double ADDRESS = 0.62;
  private static final double LINK = 0.6;
  private static final double HEADING = 0.4;

  /// Kinds whose pages hold many entries; what lies below them is an entry, not a source.
  private static final Set<SourceKind> COLLECTIONS =
      EnumSet.of(
          SourceKind.BLOG,
          SourceKind.NEWS,
          SourceKind.CHANGELOG,
          SourceKind.CAREERS,
          SourceKind.CUSTOMERS,
          SourceKind.HELP,
          SourceKind.DOCS);

  /// Folders of single entries that are no source themselves.
  private static final Set<String> ENTRIES =
      Set.of("guides", "tutorials", "post", "posts", "articles", "webinars", "events", "glossary");

  private static final Set<String> NEVER =
      Set.of(
          "login",
          "log in",
          "signin",
          "sign in",
          "signup",
          "sign up",
          "register",
          "users",
          "forgot password",
          "contact",
          "contact us",
          "kontakt",
          "cart",
          "checkout",
          "search",
          "logout",
          "contacto",
          "anmelden",
          "connexion",
          "se connecter",
          "acceder",
          "entrar",
          "accedi",
          "inloggen",
          "logowanie",
          "zaloguj sie",
          "ログイン",
          "登录");

  PageIntent {
    hints = List.copyOf(hints);
  }

  /// The kind of a page, empty when nothing speaks for any or when it is one entry of a collection
  /// (a post, a job, an article).
  ///
  /// @param linkText what the link says, empty when the page was not found by a link
  /// @param headings headings and title of the page, empty when it was not read yet
  static Optional<PageIntent> of(URI url, String linkText, List<String> headings) {
    PagePath path = PagePath.of(url);
    String text = Words.fold(linkText);
    if (path.isFile()
        || path.isDated()
        || path.isListing()
        || NEVER.contains(path.last())
        || NEVER.contains(text)) {
      return Optional.empty();
    }
    PageIntent best = null;
    for (Words words : Words.ALL) {
      PageIntent intent = judge(words, path, url, linkText, headings);
      boolean possible = intent.confidence >= ENOUGH && !isEntry(words, path);
      if (possible && (best == null || intent.confidence > best.confidence)) {
        best = intent;
      }
    }
    return Optional.ofNullable(best);
  }

  private static PageIntent judge(
      Words words, PagePath path, URI url, String linkText, List<String> headings) {
    List<String> hints = new ArrayList<>();
    double against = 1;
    double host = path.isRoot() && words.names(path.label()) ? ADDRESS : 0;
    if (host > 0) {
      hints.add("it lives at " + url.getHost());
      against *= 1 - host;
    }
    double address = ADDRESS * words.strength(path.last(), 4);
    if (address > 0) {
      hints.add("the address ends in " + path.written());
      against *= 1 - address;
    }
    double link = LINK * words.strength(Words.fold(linkText), 4);
    if (link > 0) {
      hints.add("the link says \"" + linkText.strip() + "\"");
      against *= 1 - link;
    }
    return hints.isEmpty()
        ? new PageIntent(words.kind(), 0, hints)
        : withHeadings(words, headings, hints, against);
  }

  /// Headings confirm; alone they prove nothing (every home page has one that says "Pricing").
  private static PageIntent withHeadings(
      Words words, List<String> headings, List<String> hints, double against) {
    double left = against;
    for (String heading : headings) {
      double strength = HEADING * words.strength(Words.fold(heading), 8);
      if (strength > 0) {
        hints.add("the page says \"" + shortened(heading) + "\"");
        left *= 1 - strength;
        break;
      }
    }
    return new PageIntent(words.kind(), Math.min(CERTAIN, round(1 - left)), hints);
  }

  /// True for a page below a collection, unless it is a collection of the same kind itself
  /// (`/news/press-releases`) or a changelog, which many keep in their documentation or blog.
  private static boolean isEntry(Words words, PagePath path) {
    if (path.parents().stream().anyMatch(ENTRIES::contains)) {
      return true;
    }
    boolean below =
        Words.ALL.stream()
            .filter(other -> COLLECTIONS.contains(other.kind()))
            .anyMatch(other -> holds(other, path));
    boolean list = words.kind() == SourceKind.CHANGELOG || holds(words, path);
    return below && !(list && words.names(path.last()));
  }

  private static boolean holds(Words collection, PagePath path) {
    boolean ownHost = !path.isRoot() && collection.names(path.label());
    return ownHost || path.parents().stream().anyMatch(collection::names);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static String shortened(String heading) {
    String text = heading.strip();
    return text.length() <= 60 ? text : text.substring(0, 59).strip() + "…";
  }

  /// One sentence that names everything that matched.
  String why() {
    return sentence(hints);
  }

  /// `[a, b, c]` as "A, b and c."
  static String sentence(List<String> hints) {
    if (hints.isEmpty()) {
      return "";
    }
    String joined =
        hints.size() == 1
            ? hints.getFirst()
            : String.join(", ", hints.subList(0, hints.size() - 1)) + " and " + hints.getLast();
    return Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + ".";
  }
}
