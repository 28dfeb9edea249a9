package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.DevTools.Event;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// What the browser tells about one page: whether it can be read, whether it is quiet, how its
/// document was answered, and when it is over. Written by the line's thread, read by the visit's.
final class PageEvents {
  private static final Set<String> NEVER_ENDING = Set.of("EventSource", "WebSocket", "Ping");

  private final Browser browser;
  private final RenderConfig.Page limits;
  private final String target;
  private final CompletableFuture<JsonObject> end = new CompletableFuture<>();
  private final Set<String> inFlight = new HashSet<>();
  private Document document = new Document(0, Map.of());
  private long readableSince;
  private long lastTraffic = System.nanoTime();
  private int dialogs;
  private int navigations;
  private boolean readable;

  PageEvents(Browser browser, RenderConfig.Page limits, String target) {
    this.browser = browser;
    this.limits = limits;
    this.target = target;
  }

  /// Fails with a [RenderFailure] when the page is over; never completes otherwise.
  CompletableFuture<JsonObject> end() {
    return end;
  }

  /// The page's own events.
  void page(Event event) {
    JsonObject params = event.params();
    switch (event.method()) {
      case "Network.requestWillBeSent" -> sent(params);
      case "Network.responseReceived" -> answered(params);
      case "Network.loadingFinished", "Network.loadingFailed" -> loaded(params);
      case "Page.frameNavigated" -> navigated(params.getJsonObject("frame"));
      case "Page.domContentEventFired" -> readable();
      case "Page.javascriptDialogOpening" -> dialog();
      case Event.GONE -> fail(Reason.BROWSER_LOST, "The browser ended meanwhile.");
      default -> {} // the protocol tells more than anybody needs
    }
  }

  /// The browser's events about its targets.
  void browser(Event event) {
    if (event.method().equals("Target.targetCrashed")
        && target.equals(event.params().getString("targetId"))) {
      boolean memory =
          browser.wasKilledForMemory() || "oom".equals(event.params().getString("status"));
      if (memory) {
        fail(Reason.MEMORY, "The page took more memory than a page is given.");
      } else {
        fail(Reason.CRASHED, "The page broke the browser's tab it was shown in.");
      }
    }
  }

  void fail(Reason reason, String detail) {
    end.completeExceptionally(new RenderFailure(reason, detail));
  }

  /// How long the page has been readable; negative when it is not.
  synchronized Duration readableFor() {
    // The empty page it begins with is readable as well.
    return readable && navigations > 0
        ? Duration.ofNanos(System.nanoTime() - readableSince)
        : Duration.ofNanos(-1);
  }

  /// Whether nothing has been loading for that long.
  synchronized boolean quietFor(Duration time) {
    return inFlight.isEmpty() && System.nanoTime() - lastTraffic >= time.toNanos();
  }

  /// Grows with every document the page goes through.
  synchronized int navigations() {
    return navigations;
  }

  synchronized Document document() {
    return document;
  }

  private synchronized void sent(JsonObject params) {
    lastTraffic = System.nanoTime();
    if (!NEVER_ENDING.contains(params.getString("type", ""))) {
      inFlight.add(params.getString("requestId", ""));
    }
  }

  private synchronized void loaded(JsonObject params) {
    lastTraffic = System.nanoTime();
    inFlight.remove(params.getString("requestId", ""));
  }

  private synchronized void answered(JsonObject params) {
    lastTraffic = System.nanoTime();
    if (!"Document".equals(params.getString("type"))
        || !target.equals(params.getString("frameId"))) {
      return;
    }
    JsonObject response = params.getJsonObject("response", new JsonObject());
    Map<String, String> headers = new HashMap<>();
    for (var header : response.getJsonObject("headers", new JsonObject())) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
    }
    document = new Document(response.getInteger("status", 0), Map.copyOf(headers));
    if (headers.containsKey(GuardProxy.STATUS)) {
      refused(headers.getOrDefault(GuardProxy.STATUS, ""));
    }
  }

  private void refused(String why) {
    if (why.contains("prohibited")) {
      fail(Reason.REFUSED, "The page leads to an address that is not visited.");
    } else {
      fail(Reason.NETWORK, "The page, or where it leads, could not be reached.");
    }
  }

  private synchronized void navigated(JsonObject frame) {
    if (frame.getString("parentId") != null) {
      return;
    }
    readable = false;
    inFlight.clear();
    navigations++;
    if (frame.getString("unreachableUrl") != null) {
      fail(Reason.NETWORK, "The page, or where it leads, could not be reached.");
    }
    if (navigations > limits.navigations()) {
      fail(Reason.REDIRECTS, "The page sends its reader on and on.");
    }
  }

  private synchronized void readable() {
    readable = true;
    readableSince = System.nanoTime();
  }

  private synchronized void dialog() {
    dialogs++;
    if (dialogs > limits.dialogs()) {
      fail(Reason.DIALOGS, "The page opens one dialog after the other.");
    }
  }

  /// How the page's document was answered.
  ///
  /// @param status 0 when it has not been
  record Document(int status, Map<String, String> headers) {}
}
