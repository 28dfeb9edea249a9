package io.competitoriq.process.document;

import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.ContentReader;
import io.competitoriq.process.document.Reading.NotUnderstood;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.fact.jobs.OpeningsReader;
import io.competitoriq.process.fact.posts.FeedReader;
import io.competitoriq.process.fact.posts.PostsReader;
import io.competitoriq.process.fact.pricing.PriceParser;
import io.competitoriq.process.fact.pricing.PricingReader;
import io.competitoriq.process.page.PageClass;
import io.competitoriq.process.page.PageClassifier;
import io.competitoriq.process.page.PageHead;
import io.competitoriq.process.pdf.PdfReader;
import io.competitoriq.process.pdf.PdfReading;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Reads the bytes of a snapshot into a document with facts. CPU work only: no input or output, the
/// same bytes always give the same reading. Never throws: what cannot be read says why.
public final class SnapshotReader {

  /// Documents of different versions are not compared with each other.
  public static final int VERSION = 6;

  private static final Logger LOG = Logger.getLogger(SnapshotReader.class);
  private static final int MOST_BYTES = 12_000_000;

  /// Three times what the largest of several hundred real pages has.
  private static final int MOST_TAGS = 60_000;

  private static final Set<String> MARKUP =
      Set.of("text/html", "application/xhtml+xml", "text/plain", "application/octet-stream");

  private static final String PDF = "application/pdf";
  private static final Pattern JSON_TYPE =
      Pattern.compile("(application|text)/(.+\\+)?json", Pattern.CASE_INSENSITIVE);

  private SnapshotReader() {}

  public static Reading read(ProcessSnapshot snapshot, byte[] body) {
    if (body.length > MOST_BYTES) {
      return new NotUnderstood(
          FailureKind.TOO_LARGE, body.length + " bytes, at most " + MOST_BYTES);
    }
    try {
      if (PDF.equals(snapshot.contentType()) || PdfReader.looksLikePdf(body)) {
        return pdf(snapshot, body);
      }
      String text = new String(body, charset(snapshot.charset()));
      if (text.isBlank()) {
        return new NotUnderstood(FailureKind.EMPTY, "the body holds no text");
      }
      if (FeedReader.looksLikeFeed(body)) {
        return feed(snapshot, text);
      }
      if (JSON_TYPE.matcher(snapshot.contentType()).matches()) {
        return json(snapshot, text);
      }
      return MARKUP.contains(snapshot.contentType().toLowerCase(Locale.ROOT))
          ? markup(snapshot, text)
          : new NotUnderstood(FailureKind.UNSUPPORTED_TYPE, snapshot.contentType());
    } catch (RuntimeException | StackOverflowError fault) {
      LOG.errorf(fault, "reading failed snapshot=%s", snapshot.snapshotId());
      return new NotUnderstood(FailureKind.READER_FAILED, fault.getClass().getSimpleName());
    }
  }

  private static Reading markup(ProcessSnapshot snapshot, String text) {
    long tags = text.chars().filter(c -> c == '<').count();
    return tags > MOST_TAGS
        ? new NotUnderstood(FailureKind.TOO_LARGE, tags + " tags, at most " + MOST_TAGS)
        : page(snapshot, Jsoup.parse(text, snapshot.url().toString()), ContentReader::read);
  }

  private static Reading page(
      ProcessSnapshot snapshot,
      Document page,
      BiFunction<Document, Predicate<String>, Content> reader) {
    PageHead head = PageHead.of(page, snapshot.url().toString());
    Predicate<String> asksForMoney =
        text ->
            PriceParser.findAll(text, head.locale()).stream()
                .anyMatch(price -> price.currency() != null);
    Content shown = reader.apply(page, asksForMoney);
    if (shown.text().isBlank()) {
      return new NotUnderstood(FailureKind.EMPTY, "the page shows no text");
    }
    PageClass pageClass = PageClassifier.of(snapshot.kind(), snapshot.url(), head.article());
    Content content = pageClass.mayOffer() ? shown.stating(PricingReader.statements(head)) : shown;
    return new Understood(
        head.title(),
        head.author(),
        head.publishedAt(),
        head.publishedConfidence(),
        head.canonicalUrl(),
        head.language(),
        pageClass,
        content,
        PageFacts.read(page, snapshot.url(), head, content, pageClass));
  }

  private static Reading feed(ProcessSnapshot snapshot, String text) {
    try {
      FeedReader.Feed feed = FeedReader.read(text);
      if (feed.entries().isEmpty()) {
        return new NotUnderstood(FailureKind.EMPTY, "the feed has no entries");
      }
      Content content = FeedContent.of(feed.entries());
      String title = feed.title().isEmpty() ? snapshot.url().toString() : feed.title();
      return new Understood(
          title,
          null,
          null,
          null,
          null,
          null,
          PageClass.FEED,
          content,
          PostsReader.ofFeed(feed.entries(), content, String.valueOf(snapshot.url().getPath())));
    } catch (IllegalArgumentException unreadable) {
      return new NotUnderstood(
          FailureKind.UNREADABLE_FEED, String.valueOf(unreadable.getMessage()));
    }
  }

  private static Reading json(ProcessSnapshot snapshot, String text) {
    try {
      JsonContent.Titled read = JsonContent.of(text);
      if (read.content().text().isBlank()) {
        return new NotUnderstood(FailureKind.EMPTY, "the JSON holds no values");
      }
      PageClass pageClass = PageClassifier.of(snapshot.kind(), snapshot.url(), false);
      return new Understood(
          read.title().orElse(snapshot.url().toString()),
          null,
          null,
          null,
          null,
          null,
          pageClass,
          read.content(),
          pageClass == PageClass.CAREERS
              ? OpeningsReader.ofJson(read.root(), read.content())
              : List.of());
    } catch (IllegalArgumentException unreadable) {
      return new NotUnderstood(
          FailureKind.UNREADABLE_JSON, String.valueOf(unreadable.getMessage()));
    }
  }

  private static Reading pdf(ProcessSnapshot snapshot, byte[] body) {
    return switch (PdfReader.read(body)) {
      case PdfReading.Laid(Document page) -> page(snapshot, page, ContentReader::readWhole);
      case PdfReading.Unread(PdfReading.Cause cause, String detail) ->
          new NotUnderstood(
              switch (cause) {
                case DAMAGED -> FailureKind.UNREADABLE_PDF;
                case LOCKED -> FailureKind.LOCKED_PDF;
                case WITHOUT_TEXT -> FailureKind.PDF_WITHOUT_TEXT;
                case TOO_LARGE -> FailureKind.TOO_LARGE;
              },
              detail);
    };
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
