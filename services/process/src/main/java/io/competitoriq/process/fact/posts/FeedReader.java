package io.competitoriq.process.fact.posts;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.page.PublicationDates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Reads RSS, Atom and JSON Feed.
public final class FeedReader {

  private static final int MOST_ENTRIES = 500;
  private static final int LONGEST_SUMMARY = 2000;
  private static final int SNIFFED = 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private FeedReader() {}

  /// Whether a body is a feed by its first characters; the content type often lies.
  public static boolean looksLikeFeed(byte[] body) {
    String start = new String(body, 0, Math.min(body.length, SNIFFED), StandardCharsets.ISO_8859_1);
    return start.contains("<rss")
        || start.contains("<feed")
        || start.contains("<rdf:RDF")
        || start.contains("https://jsonfeed.org/version/");
  }

  /// @param text the body, decoded
  /// @throws IllegalArgumentException when it is no feed we can read
  public static Feed read(String text) {
    return text.stripLeading().startsWith("{") ? json(text) : xml(text);
  }

  private static Feed xml(String text) {
    if (text.contains("<!ENTITY")) {
      throw new IllegalArgumentException("the feed declares entities of its own");
    }
    String unlabelled = text.replaceFirst("^\\s*\uFEFF?<\\?xml[^>]*\\?>", "");
    byte[] utf8 = unlabelled.strip().getBytes(StandardCharsets.UTF_8);
    List<FeedEntry> entries = new ArrayList<>();
    String title = "";
    try (Stream<Item> items = new RssReader().read(new ByteArrayInputStream(utf8))) {
      for (Item item : items.limit(MOST_ENTRIES).toList()) {
        title =
            item.getChannel() == null
                ? title
                : Optional.ofNullable(item.getChannel().getTitle()).orElse(title);
        entry(
                item.getTitle().orElse(""),
                item.getLink().orElse(null),
                item.getDescription().or(item::getContent).orElse(""),
                item.getPubDate().orElse(""),
                item.getAuthor().orElse(""))
            .ifPresent(entries::add);
      }
    } catch (RuntimeException unreadable) {
      throw new IllegalArgumentException(
          "the feed is broken: " + unreadable.getMessage(), unreadable);
    }
    return new Feed(Texts.collapse(title), entries);
  }

  private static Feed json(String text) {
    List<FeedEntry> entries = new ArrayList<>();
    try {
      JsonNode feed = JSON.readTree(text);
      for (JsonNode item : feed.path("items")) {
        String summary =
            item.path("summary")
                .asText(item.path("content_text").asText(item.path("content_html").asText("")));
        entry(
                item.path("title").asText(""),
                item.path("url").asText(null),
                summary,
                item.path("date_published").asText(""),
                item.path("author")
                    .path("name")
                    .asText(item.path("authors").path(0).path("name").asText("")))
            .ifPresent(entries::add);
      }
      return new Feed(
          feed.path("title").asText(""),
          entries.subList(0, Math.min(MOST_ENTRIES, entries.size())));
    } catch (IOException broken) {
      throw new IllegalArgumentException("the feed is no JSON: " + broken.getMessage(), broken);
    }
  }

  private static Optional<FeedEntry> entry(
      String title, @Nullable String link, String summary, String date, String author) {
    String plain = Texts.collapse(Jsoup.parseBodyFragment(summary).text());
    String cut = plain.length() > LONGEST_SUMMARY ? plain.substring(0, LONGEST_SUMMARY) : plain;
    String name = Texts.collapse(Jsoup.parseBodyFragment(title).text());
    String shown = name.isEmpty() ? cut.substring(0, Math.min(cut.length(), 80)) : name;
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FeedEntry(
                shown, link, cut, PublicationDates.parse(date).orElse(null), name(author)));
  }

  /// "mail@example.com (Ada Moreau)" is Ada Moreau.
  private static String name(String author) {
    String plain = Texts.collapse(author).replaceFirst("^\\S+@\\S+\\s*", "");
    String bare = plain.replaceAll("^\\(|\\)$", "");
    return bare.length() > 120 ? "" : bare;
  }

  /// @param title of the feed, empty when it has none
  public record Feed(String title, List<FeedEntry> entries) {
    public Feed {
      entries = List.copyOf(entries);
    }
  }
}
