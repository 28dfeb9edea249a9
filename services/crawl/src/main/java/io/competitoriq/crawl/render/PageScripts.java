package io.competitoriq.crawl.render;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What we run inside a page.
final class PageScripts {
  /// Differs whenever the page shows something else.
  static final String LOOK = read("look.js");

  private static final String WRITE = read("write.js");

  /// A page without service workers: what they load would not be the page's own.
  private static final String WITHOUT_SERVICE_WORKERS = "delete Navigator.prototype.serviceWorker";

  private PageScripts() {}

  /// What runs in every document before its own scripts.
  static JsonObject first() {
    return new JsonObject().put("source", WITHOUT_SERVICE_WORKERS);
  }

  /// The document as HTML; empty when it is longer than `maxChars`.
  static String write(int maxChars) {
    return "(" + WRITE + ")(" + maxChars + ")";
  }

  private static String read(String name) {
    try (InputStream in = PageScripts.class.getResourceAsStream("/render/" + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
