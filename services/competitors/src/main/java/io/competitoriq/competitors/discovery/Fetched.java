package io.competitoriq.competitors.discovery;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/// What came of asking for one address.
sealed interface Fetched {

  /// A body with a status of 2xx.
  ///
  /// @param url where it came from in the end
  record Body(URI url, String contentType, Buffer bytes) implements Fetched {

    boolean isHtml() {
      String type = contentType.toLowerCase(Locale.ROOT);
      return type.contains("html") || (type.isBlank() && startsLikeHtml());
    }

    private boolean startsLikeHtml() {
      String start = bytes.getString(0, Math.min(200, bytes.length())).strip();
      return start.toLowerCase(Locale.ROOT).startsWith("<!doctype html");
    }

    /// The `charset` of the content type.
    Optional<String> charset() {
      int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
      return at < 0
          ? Optional.empty()
          : Optional.of(contentType.substring(at + 8).split("[;,\\s]", 2)[0].replace("\"", ""))
              .filter(name -> !name.isBlank() && isKnown(name));
    }

    private static boolean isKnown(String charset) {
      try {
        return Charset.isSupported(charset);
      } catch (IllegalArgumentException unreadable) {
        return false;
      }
    }
  }

  /// The server answered with another status.
  record Answer(URI url, int status) implements Fetched {

    boolean isMissing() {
      return status == 404 || status == 410;
    }
  }

  /// There was no answer.
  ///
  /// @param sentence why, and what the person can do
  record Nothing(URI url, String sentence) implements Fetched {}
}
