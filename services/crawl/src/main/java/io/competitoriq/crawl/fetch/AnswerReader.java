package io.competitoriq.crawl.fetch;

import io.competitoriq.crawl.visit.VisitOutcome;
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
import java.util.regex.Pattern;

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
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");

  private AnswerReader() {}

  static Sighting see(URI url, Expectation expected, Answered answer, Instant now) {
    byte[] bytes = answer.body().getBytes();
    Charset charset = charset(answer, bytes);
    PageResponse response = response(url, answer, bytes, charset);
    return switch (AnswerClassifier.classify(response, expected)) {
      case Verdict.Content(Optional<PageLook> look) -> {
        FetchedPage page = page(response, charset, answer, now);
        yield sighting(new Collected.Kept(page), page, response, look);
      }
      case Verdict.Not(Collected.Rejected why) -> {
        Collected rejected = why.after(answer.status(), bytes.length);
        yield why.outcome() == VisitOutcome.EMPTY
            ? sighting(rejected, page(response, charset, answer, now), response, Optional.empty())
            : Sighting.of(rejected);
      }
      case Verdict.Trouble(String reason) ->
          Sighting.of(new Collected.Unavailable(answer.status(), reason));
    };
  }

  static Skimmed skim(URI url, Answered answer) {
    byte[] bytes = answer.body().getBytes();
    PageResponse response = response(url, answer, bytes, charset(answer, bytes));
    return switch (AnswerClassifier.classify(response, Expectation.WEB_PAGE)) {
      // Nothing leads on from a file.
      case Verdict.Content _ when AnswerClassifier.isPdf(response) -> new Skimmed.NoPage();
      case Verdict.Content(Optional<PageLook> look) ->
          new Skimmed.Page(answer.finalUri(), look.map(PageLook::outline).orElse(Outline.NONE));
      case Verdict.Not _ -> new Skimmed.NoPage();
      case Verdict.Trouble _ -> new Skimmed.Unavailable();
    };
  }

  private static Charset charset(Answered answer, byte[] bytes) {
    return Charsets.detect(answer.header("content-type").orElse(""), bytes);
  }

  private static PageResponse response(URI url, Answered answer, byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    return new PageResponse(
        url,
        answer.finalUri(),
        answer.status(),
        mediaType(answer.header("content-type").orElse(""), text),
        answer.headers(),
        text);
  }

  /// A page with enough text is no shell, and is not parsed a second time to see that.
  private static Sighting sighting(
      Collected collected, FetchedPage page, PageResponse response, Optional<PageLook> look) {
    boolean little = look.map(it -> it.letters() < Shells.FEW_LETTERS).orElse(true);
    boolean html = AnswerClassifier.isHtml(response);
    return new Sighting(
        collected,
        html ? Optional.of(page) : Optional.empty(),
        html && little && Shells.isShell(response.text()),
        look.map(PageLook::outline).orElse(Outline.NONE));
  }

  private static FetchedPage page(
      PageResponse response, Charset charset, Answered answer, Instant now) {
    return new FetchedPage(
        response.requested(),
        response.finalUrl(),
        response.status(),
        response.contentType(),
        charset.name(),
        kept(answer.headers()),
        answer.body(),
        sha256(answer.body().getBytes()),
        now);
  }

  /// Servers are often wrong about PDFs, and their beginnings never are.
  private static String mediaType(String header, String text) {
    if (text.startsWith(AnswerClassifier.PDF_MARK)) {
      return AnswerClassifier.PDF;
    }
    boolean markup = text.stripLeading().startsWith("<");
    String type = header.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.equals(AnswerClassifier.PDF) && markup) {
      return "text/html";
    }
    if (MEDIA_TYPE.matcher(type).matches()) {
      return type;
    }
    return markup ? "text/html" : "application/octet-stream";
  }

  private static Map<String, String> kept(Map<String, String> headers) {
    Map<String, String> kept = new HashMap<>(headers);
    kept.keySet().retainAll(KEPT_HEADERS);
    kept.replaceAll((_, value) -> value.substring(0, Math.min(value.length(), LONGEST_HEADER)));
    return kept;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
