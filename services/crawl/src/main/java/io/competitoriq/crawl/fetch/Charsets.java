package io.competitoriq.crawl.fetch;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/// Which charset a body is written in. Pure.
final class Charsets {
  private static final int DECLARED_WITHIN = 2048;
  private static final int GUESSED_FROM = 64 * 1024;
  private static final Pattern PARAMETER =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s\"';,>/]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML_DECLARATION =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)");
  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]+charset\\s*=\\s*[\"']?\\s*([^\\s\"';,>/]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern LATIN =
      Pattern.compile("iso-8859-1|latin1|us-ascii|ascii", Pattern.CASE_INSENSITIVE);

  private Charsets() {}

  /// A byte order mark wins as in browsers (it cannot be wrong), then the header, then what the
  /// body declares, then a guess from its bytes, then UTF-8.
  static Charset detect(String contentTypeHeader, byte[] body) {
    return byteOrderMark(body)
        .or(() -> named(PARAMETER, contentTypeHeader))
        .or(() -> declared(body))
        .or(() -> guessed(body))
        .orElse(StandardCharsets.UTF_8);
  }

  private static Optional<Charset> byteOrderMark(byte[] body) {
    if (startsWith(body, 0xef, 0xbb, 0xbf)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (startsWith(body, 0xfe, 0xff)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return startsWith(body, 0xff, 0xfe) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  private static boolean startsWith(byte[] body, int... mark) {
    if (body.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((body[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Charset> declared(byte[] body) {
    String start =
        new String(
            Arrays.copyOf(body, Math.min(body.length, DECLARED_WITHIN)),
            StandardCharsets.ISO_8859_1);
    return named(XML_DECLARATION, start)
        .or(() -> named(META, start))
        .map(Charsets::asciiCompatible);
  }

  /// A declaration we could read as ASCII cannot be in UTF-16, whatever it says.
  private static Charset asciiCompatible(Charset charset) {
    return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
  }

  private static Optional<Charset> guessed(byte[] body) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(body, 0, Math.min(body.length, GUESSED_FROM));
    detector.dataEnd();
    return Optional.ofNullable(detector.getDetectedCharset())
        .map(Charsets::ofTheWeb)
        .flatMap(Charsets::known);
  }

  /// ASCII is UTF-8 as far as it goes, and what looks like Mac Cyrillic is Windows' on the web.
  private static String ofTheWeb(String guess) {
    return switch (guess) {
      case "US-ASCII" -> "UTF-8";
      case "MACCYRILLIC" -> "windows-1251";
      default -> guess;
    };
  }

  private static Optional<Charset> named(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? known(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Charset> known(String name) {
    try {
      // The web says Latin-1 and means Windows-1252 (WHATWG Encoding).
      return Optional.of(
          LATIN.matcher(name).matches() ? Charset.forName("windows-1252") : Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
