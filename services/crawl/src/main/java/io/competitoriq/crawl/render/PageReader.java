package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.DevTools.Refusal;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.competitoriq.crawl.render.RenderOutcome.Screenshot;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/// Reads an open page, in a world of its own that the page's scripts cannot reach into.
final class PageReader {
  private static final Duration PHOTOGRAPHING = Duration.ofSeconds(3);
  private static final int WEBP_QUALITY = 75;

  private final PageLine line;
  private final String frame;
  private final RenderConfig.Page limits;
  private int world;
  private int worldOf = -1;

  PageReader(PageLine line, String frame, RenderConfig.Page limits) {
    this.line = line;
    this.frame = frame;
    this.limits = limits;
  }

  /// A text that differs whenever the page shows something else.
  String look(Deadline deadline) {
    try {
      return evaluate(PageScripts.LOOK, deadline);
    } catch (Refusal e) {
      return "between two documents " + System.nanoTime();
    }
  }

  /// The document, written out.
  String html(Deadline deadline) {
    String html = evaluate(PageScripts.write(limits.maxChars()), deadline);
    if (html.isEmpty()) {
      throw new RenderFailure(
          Reason.TOO_LARGE, "The page is larger than %d characters.".formatted(limits.maxChars()));
    }
    return html;
  }

  /// Where the page is.
  String address(Deadline deadline) {
    return evaluate("document.URL", deadline);
  }

  /// A picture from the top; none when it cannot be had in time.
  Optional<Screenshot> picture() {
    Deadline deadline = Deadline.in(PHOTOGRAPHING);
    try {
      JsonObject shot =
          new JsonObject()
              .put("format", "webp")
              .put("quality", WEBP_QUALITY)
              .put("captureBeyondViewport", true)
              .put("clip", clip(deadline));
      String data = line.ask("Page.captureScreenshot", shot, deadline).getString("data");
      return Optional.of(new Screenshot(Base64.getDecoder().decode(data)));
    } catch (RenderFailure | Refusal e) {
      return Optional.empty(); // the text is there; a picture is not worth losing it
    }
  }

  private JsonObject clip(Deadline deadline) {
    double height =
        line.ask("Page.getLayoutMetrics", new JsonObject(), deadline)
            .getJsonObject("cssContentSize")
            .getDouble("height");
    return new JsonObject()
        .put("x", 0)
        .put("y", 0)
        .put("width", limits.width())
        .put("height", Math.ceil(Math.clamp(height, 1, limits.screenshotHeight())))
        .put("scale", 1);
  }

  private String evaluate(String expression, Deadline deadline) {
    int navigations = line.events().navigations();
    if (worldOf != navigations) {
      JsonObject where = new JsonObject().put("frameId", frame).put("worldName", "ciq");
      world =
          line.ask("Page.createIsolatedWorld", where, deadline).getInteger("executionContextId");
      worldOf = navigations;
    }
    JsonObject what =
        new JsonObject()
            .put("expression", expression)
            .put("contextId", world)
            .put("returnByValue", true);
    JsonObject answer = line.ask("Runtime.evaluate", what, deadline);
    return String.valueOf(answer.getJsonObject("result", new JsonObject()).getValue("value", ""));
  }
}
