package io.competitoriq.process.fact.posts;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import io.competitoriq.process.page.PublicationDates;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads posts: the entries of a feed, the teasers of a blog's front page, the entries of a
/// changelog. A post is named by its link, or by its title where it has none.
public final class PostsReader {

  private static final String TITLE = "title";
  private static final double FROM_FEED = 0.98;
  private static final double BY_RULE = 0.85;
  private static final int CARD_CLIMB = 4;
  private static final int DATE_REACH = 4;

  private PostsReader() {}

  /// @param content assembled from the same entries: a heading for each, a paragraph when it has a
  ///   summary
  /// @param path of the feed's address
  public static List<FactDraft> ofFeed(List<FeedEntry> entries, Content content, String path) {
    List<FactDraft> posts = new ArrayList<>();
    String kind = PostDetails.kind(path, listsReleases(entries));
    List<Block> headings =
        content.blocks().stream().filter(block -> block.kind() == BlockKind.HEADING).toList();
    for (int i = 0; i < Math.min(entries.size(), headings.size()); i++) {
      FeedEntry entry = entries.get(i);
      posts.add(
          post(
              entry.title(),
              entry.link(),
              entry.publishedAt(),
              headings.get(i),
              Method.FEED,
              PostDetails.of(
                  entry.title(),
                  kind,
                  entry.publishedAt(),
                  PostDetails.HIGH,
                  null,
                  entry.author())));
    }
    return distinct(posts);
  }

  private static boolean listsReleases(List<FeedEntry> entries) {
    long releases =
        entries.stream().filter(entry -> PostDetails.version(entry.title()).isPresent()).count();
    return releases * 2 > entries.size();
  }

  /// Posts of a list of posts or of a changelog: the largest family of like headings that are
  /// linked or dated. Fewer than two are no list.
  ///
  /// @param url of the page, for relative links
  /// @param changelog whether entries need no link
  public static List<FactDraft> ofListing(Content content, URI url, boolean changelog) {
    String kind = PostDetails.kind(url.getPath() == null ? "" : url.getPath(), changelog);
    Map<String, List<FactDraft>> families = new LinkedHashMap<>();
    List<SourcedBlock> blocks = content.sourced();
    for (int i = 0; i < blocks.size(); i++) {
      SourcedBlock sourced = blocks.get(i);
      if (sourced.block().kind() == BlockKind.HEADING && sourced.block().region() == Region.MAIN) {
        Optional<String> link = link(sourced.element(), url);
        Optional<Dated> date = date(blocks, i);
        boolean entry =
            changelog
                ? date.isPresent()
                    || PostDetails.version(sourced.block().text()).isPresent()
                    || link.isPresent()
                : link.isPresent();
        if (entry && Texts.words(sourced.block().text()) > (changelog ? 0 : 1)) {
          FactDraft post =
              post(
                  sourced.block().text(),
                  link.orElse(null),
                  date.map(Dated::at).orElse(null),
                  sourced.block(),
                  Method.RULE,
                  PostDetails.of(
                      sourced.block().text(),
                      kind,
                      date.map(Dated::at).orElse(null),
                      date.map(Dated::confidence).orElse(""),
                      date.map(Dated::quote).orElse(null),
                      PostDetails.author(sourced.element())));
          families
              .computeIfAbsent(sourced.element().normalName(), _ -> new ArrayList<>())
              .add(post);
        }
      }
    }
    return families.values().stream()
        .map(PostsReader::distinct)
        .max((a, b) -> Integer.compare(a.size(), b.size()))
        .filter(posts -> posts.size() > 1)
        .orElse(List.of());
  }

  private static Optional<Dated> date(List<SourcedBlock> blocks, int index) {
    Element card = blocks.get(index).element();
    for (int level = 0;
        level < CARD_CLIMB && card != null && !card.normalName().equals("body");
        level++) {
      List<Element> times = card.select("time[datetime]");
      if (times.size() == 1) {
        return PublicationDates.parse(times.getFirst().attr("datetime"))
            .map(at -> new Dated(at, PostDetails.HIGH, null));
      }
      card = card.parent();
    }
    for (int near : new int[] {index, index + 1, index - 1, index + 2}) {
      if (near >= 0 && near < blocks.size() && Math.abs(near - index) < DATE_REACH) {
        Block block = blocks.get(near).block();
        Optional<Instant> found =
            near == index || block.kind() != BlockKind.HEADING && block.text().length() < 60
                ? PublicationDates.find(block.text())
                : Optional.empty();
        if (found.isPresent()) {
          return found.map(at -> new Dated(at, PostDetails.MEDIUM, PostDetails.dated(block)));
        }
      }
    }
    return Optional.empty();
  }

  /// The link in the heading, around it, or the only one of its card.
  private static Optional<String> link(Element heading, URI url) {
    Element inside = heading.selectFirst("a[href]");
    Element around = heading.closest("a[href]");
    Element found = inside != null ? inside : around;
    Element card = heading.parent();
    if (found == null
        && card != null
        && card.select("a[href]").eachAttr("href").stream().distinct().count() == 1) {
      found = card.selectFirst("a[href]");
    }
    return Optional.ofNullable(found).flatMap(a -> resolve(a.attr("href"), url));
  }

  private static Optional<String> resolve(String href, URI url) {
    if (href.isBlank()
        || href.startsWith("#")
        || href.startsWith("javascript:")
        || href.startsWith("mailto:")) {
      return Optional.empty();
    }
    try {
      return Optional.of(url.resolve(href.strip().replace(" ", "%20")).toString());
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static FactDraft post(
      String title,
      @Nullable String link,
      @Nullable Instant published,
      Block block,
      Method method,
      List<Detail> details) {
    String name =
        link == null || link.isBlank()
            ? title
            : link.replaceFirst("[?#].*$", "").replaceFirst("/$", "");
    return new FactDraft(
        FactKind.POST,
        FactDraft.key(FactKind.POST, name, TITLE, null),
        title,
        TITLE,
        FactValue.ofText(title),
        method,
        method == Method.FEED ? FROM_FEED : BY_RULE,
        link,
        published,
        Quote.of(block),
        details);
  }

  /// When an entry was published, as its card or the words beside it tell.
  private record Dated(Instant at, String confidence, @Nullable Quote quote) {}

  private static List<FactDraft> distinct(List<FactDraft> posts) {
    Map<String, FactDraft> byKey = new LinkedHashMap<>();
    posts.forEach(post -> byKey.putIfAbsent(post.key(), post));
    return List.copyOf(byKey.values());
  }
}
