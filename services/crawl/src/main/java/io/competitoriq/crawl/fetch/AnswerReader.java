package io.competitoriq.crawl.fetch;

import io.competitoriq.egress.EgressResult.Answered;
import java.net.URI;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From an answer's bytes to what they mean. Pure CPU work.
final class AnswerReader {
  /// Headers that explain a body later. Cookies and everything else about the session stay out.
  private static final Set<String> KEPT_HEADERS =
      Set.of(
          "content-type",
          "content-language",
          "content-encoding",
          "etag",
          "last-modified",
          "date",
          "cache-control",
          "expires",
          "age",
          "link",
          "server",
          "x-robots-tag");

  private static final int LONGEST_HEADER = 2000;

  private AnswerReader() {}

  static Looked read(URI url, Expectation expected, Answered answer, Instant now) {
    byte[] bytes = answer.body().getBytes();
    String header = answer.header("content-type").orElse("");
    Charset charset = Charsets.detect(header, bytes);
    String text = new String(bytes, charset);
    String contentType = mediaType(header, text);
    Verdict verdict =
        AnswerClassifier.classify(
            new PageResponse(
                url, answer.finalUri(), answer.status(), contentType, answer.headers(), text),
            expected);
    return switch (verdict) {
      case Verdict.Content(Optional<PageLook> look) ->
          new Looked(
              new Collected.Kept(
                  new FetchedPage(
                      url,
                      answer.finalUri(),
                      answer.status(),
                      contentType,
                      charset.name(),
                      kept(answer.headers()),
                      answer.body(),
                      sha256(bytes),
                      now)),
              look.map(PageLook::outline).orElse(Outline.NONE));
      case Verdict.Not(Collected.Rejected why) ->
          new Looked(why.after(answer.status(), bytes.length), Outline.NONE);
      case Verdict.Trouble(String reason) ->
          new Looked(new Collected.Unavailable(answer.status(), reason), Outline.NONE);
    };
  }

  private static String mediaType(String header, String text) {
    String type = header.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")) {
      return type;
    }
    return text.stripLeading().startsWith("<") ? "text/html" : "application/octet-stream";
  }

  private static Map<String, String> kept(Map<String, String> headers) {
    Map<String, String> kept = new HashMap<>(headers);
    kept.keySet().retainAll(KEPT_HEADERS);
    kept.replaceAll((_, value) -> value.substring(0, Math.min(value.length(), LONGEST_HEADER)));
    return kept;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
