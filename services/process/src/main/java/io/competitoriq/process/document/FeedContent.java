package io.competitoriq.process.document;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.ContentReader;
import io.competitoriq.process.fact.posts.FeedEntry;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Lays a feed out as a page: a heading for each entry, its summary below.
final class FeedContent {

  private FeedContent() {}

  static Content of(List<FeedEntry> entries) {
    Document page = Jsoup.parse("");
    for (FeedEntry entry : entries) {
      Element article = page.body().appendElement("article");
      article.appendElement("h2").text(entry.title());
      if (!entry.summary().isEmpty()) {
        article.appendElement("p").text(entry.summary());
      }
    }
    return ContentReader.readWhole(page, _ -> false);
  }
}
