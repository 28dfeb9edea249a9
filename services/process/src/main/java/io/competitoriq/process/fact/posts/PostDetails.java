package io.competitoriq.process.fact.posts;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteFinder;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a post tells beside its title: what kind of post it is, which version it releases, when it
/// was published and how sure that is, and who wrote it.
final class PostDetails {

  static final String HIGH = "HIGH";
  static final String MEDIUM = "MEDIUM";

  private static final int CARD_CLIMB = 4;
  private static final int LONGEST_NAME = 60;
  private static final Pattern VERSION =
      Pattern.compile(
          "(?i)(?<![\\w.])(?:v(?:ersion)?\\s?)?(\\d{1,4}\\.\\d{1,4}(?:\\.\\d{1,5}){0,2}(?:-(?:alpha|beta|rc|preview)[.\\d]*)?)(?![\\w.]*%)(?!\\.\\d)");
  private static final Pattern BARE_VERSION =
      Pattern.compile("(?i)^(?:[\\p{L}]+ )?(?:v|version |release )(\\d{1,5})$");
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?iu)^(?:(?:written|posted|published) )?(?:by|von|par|por)\\s+(.{3,60}?)(?:\\s+(?:on|in|am|le|el)\\s.*|\\s*[·|•–—,].*)?$");
  private static final Pattern NEWS =
      Pattern.compile(
          "(?i)/(news|newsroom|press|presse|media|press-releases?|announcements?)(/|$)");

  private PostDetails() {}

  /// What kind of posts a page lists.
  static String kind(String path, boolean changelog) {
    if (changelog) {
      return "RELEASE";
    }
    return NEWS.matcher(path).find() ? "NEWS" : "BLOG";
  }

  /// The version a title names, as it words it without "v".
  static Optional<String> version(String title) {
    Matcher bare = BARE_VERSION.matcher(title.strip());
    if (bare.matches()) {
      return Optional.of(bare.group(1));
    }
    Matcher found = VERSION.matcher(title);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /// @param kind as of [#kind(String, boolean)]
  /// @param published null when the page does not say
  static List<Detail> of(
      String title,
      String kind,
      @Nullable Instant published,
      String confidence,
      @Nullable Quote dated,
      String author) {
    Details details = new Details().add(DetailKind.POST_KIND, kind, null);
    if (kind.equals("RELEASE")) {
      version(title).ifPresent(version -> details.add(DetailKind.VERSION, version, null));
    }
    details.add(DetailKind.AUTHOR, author, null);
    if (published != null) {
      details.add(
          DetailKind.PUBLISHED, published.atOffset(ZoneOffset.UTC).toLocalDate().toString(), dated);
      details.add(DetailKind.DATE_CONFIDENCE, confidence, null);
    }
    return details.list();
  }

  /// The author a card names, empty when it names none or several entries share it.
  static String author(Element heading) {
    Element card = heading;
    for (int level = 0; level < CARD_CLIMB && card != null; level++, card = card.parent()) {
      if (card.normalName().equals("body") || card.select("h1, h2, h3, h4").size() > 1) {
        return "";
      }
      String named = named(card);
      if (!named.isEmpty()) {
        return named;
      }
    }
    return "";
  }

  private static String named(Element card) {
    for (Element each :
        card.select("[rel=author], [itemprop=author], [class*=author], [class*=byline]")) {
      String words = Texts.collapse(each.text());
      String name = byline(words).orElse(words);
      if (isName(name)) {
        return name;
      }
    }
    return card.select("p, span, div").stream()
        .map(each -> Texts.collapse(each.ownText()))
        .flatMap(words -> byline(words).stream())
        .filter(PostDetails::isName)
        .findFirst()
        .orElse("");
  }

  private static Optional<String> byline(String words) {
    Matcher byline = BYLINE.matcher(words);
    return byline.matches() ? Optional.of(byline.group(1).strip()) : Optional.empty();
  }

  private static boolean isName(String words) {
    return words.length() >= 3
        && words.length() <= LONGEST_NAME
        && Texts.words(words) <= 6
        && Character.isUpperCase(words.charAt(0))
        && !words.matches(".*\\d.*");
  }

  /// The words of a date in a block, if they can be told from the rest.
  static @Nullable Quote dated(Block block) {
    return block.text().length() <= 60 ? QuoteFinder.in(block, block.text()).orElse(null) : null;
  }
}
