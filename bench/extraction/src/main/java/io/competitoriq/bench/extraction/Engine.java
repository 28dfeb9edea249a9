package io.competitoriq.bench.extraction;

import io.competitoriq.bench.extraction.Corpus.Page;
import io.competitoriq.process.maintext.MainText;
import io.competitoriq.process.page.PageHead;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads the main text out of a page.
interface Engine {

  String text(Page page);

  /// The production classes: title, author, dates and language as well as the main text.
  static Engine ours() {
    return page -> {
      Document document = Jsoup.parse(page.html(), page.url());
      PageHead.of(document, page.url());
      return MainText.of(document).text();
    };
  }

  static Engine readability4j() {
    return page -> {
      Element content = new Readability4J(page.url(), page.html()).parse().getArticleContent();
      return content == null ? "" : content.wholeText();
    };
  }
}
