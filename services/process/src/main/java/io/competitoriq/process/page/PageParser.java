package io.competitoriq.process.page;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// Makes a tree of a page, however damaged its markup is.
public final class PageParser {

  private PageParser() {}

  /// @param url what relative addresses start from
  public static Document parse(String html, String url) {
    try {
      return Jsoup.parse(html, url);
    } catch (IndexOutOfBoundsException fault) {
      // The library's rules for unclosed formatting elements break over some damaged pages; by the
      // plain rules for tags every page has a tree, only not the one a browser shows.
      Document page = Document.createShell(url);
      page.body().appendChildren(Parser.xmlParser().parseFragmentInput(html, page.body(), url));
      return page;
    }
  }
}
