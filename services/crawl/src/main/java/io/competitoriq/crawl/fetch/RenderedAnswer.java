package io.competitoriq.crawl.fetch;

import static io.competitoriq.crawl.fetch.Exhibit.Kind.RAW;
import static io.competitoriq.crawl.fetch.Exhibit.Kind.RENDERED;
import static io.competitoriq.crawl.fetch.Exhibit.Kind.SCREENSHOT;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A page as a browser showed it. Reading it is CPU work: do it on a worker.
///
/// @param httpStatus 0 when the browser does not know it
/// @param headers of the document's answer, names in lower case
/// @param screenshot WebP
/// @param note a sentence about how the page was shown, when there is something to say
public record RenderedAnswer(
    URI finalUrl,
    int httpStatus,
    Map<String, String> headers,
    String html,
    Optional<byte[]> screenshot,
    Optional<String> note) {
  private static final String HTML = "text/html";

  /// What the page is, judged as if a server had sent it; what the server did send stays with it as
  /// evidence.
  public Collected read(FetchedPage raw) {
    int status = httpStatus == 0 ? raw.httpStatus() : httpStatus;
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    Verdict verdict =
        AnswerClassifier.classify(
            new PageResponse(raw.url(), finalUrl, status, HTML, headers, html),
            Expectation.WEB_PAGE);
    return switch (verdict) {
      case Verdict.Content _ -> new Collected.Kept(page(raw, status, body));
      case Verdict.Not(Collected.Rejected why) -> why.after(status, body.length);
      case Verdict.Trouble(String reason) -> new Collected.Unavailable(status, reason);
    };
  }

  private FetchedPage page(FetchedPage raw, int status, byte[] body) {
    Exhibit shown = exhibit(RENDERED, HTML + ";charset=UTF-8", body);
    List<Exhibit> exhibits = new ArrayList<>();
    exhibits.add(
        new Exhibit(
            RAW, raw.contentType() + ";charset=" + raw.charset(), raw.body(), raw.sha256()));
    exhibits.add(shown);
    screenshot.ifPresent(picture -> exhibits.add(exhibit(SCREENSHOT, "image/webp", picture)));
    return new FetchedPage(
        raw.url(),
        finalUrl,
        status,
        HTML,
        "UTF-8",
        withoutValidators(raw.headers()),
        shown.body(),
        shown.sha256(),
        raw.fetchedAt(),
        exhibits,
        note);
  }

  /// They speak of the shell, which stays the same whatever the page shows.
  private static Map<String, String> withoutValidators(Map<String, String> headers) {
    Map<String, String> rest = new HashMap<>(headers);
    rest.remove("etag");
    rest.remove("last-modified");
    return rest;
  }

  private static Exhibit exhibit(Exhibit.Kind kind, String contentType, byte[] body) {
    return new Exhibit(kind, contentType, Buffer.buffer(body), AnswerReader.sha256(body));
  }
}
