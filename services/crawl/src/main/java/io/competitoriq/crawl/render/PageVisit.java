package io.competitoriq.crawl.render;

import static io.competitoriq.crawl.render.DevTools.BROWSER;

import io.competitoriq.crawl.render.DevTools.Refusal;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.competitoriq.crawl.render.RenderOutcome.Rendered;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One page in one browser, from an empty context to none. Waits, so it runs on a thread of its
/// own; every wait has an end.
final class PageVisit implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /// Between the answer of a page that broke and the word that it did, on a busy machine.
  private static final Duration CRASH_TOLD = Duration.ofSeconds(1);

  private static final Duration WRITING = Duration.ofSeconds(3);
  private static final int WINDOW_HEIGHT = 1024;

  private final Browser browser;
  private final DevTools tools;
  private final ProxyPass pass;
  private final RenderConfig config;
  private final PageIds ids;
  private final PageEvents events;
  private final PageLine line;
  private final PageReader reader;

  private PageVisit(Browser browser, ProxyPass pass, RenderConfig config, PageIds ids) {
    this.browser = browser;
    this.tools = browser.tools();
    this.pass = pass;
    this.config = config;
    this.ids = ids;
    this.events = new PageEvents(browser, config.page(), ids.target());
    this.line = new PageLine(tools, ids.session(), events);
    this.reader = new PageReader(line, ids.target(), config.page());
  }

  /// An empty page in a context that shares nothing with any other.
  static PageVisit open(Browser browser, ProxyPass pass, RenderConfig config, Deadline deadline) {
    DevTools tools = browser.tools();
    String context =
        deadline
            .await(tools.call(BROWSER, "Target.createBrowserContext", context(browser)))
            .getString("browserContextId");
    JsonObject inContext = new JsonObject().put("browserContextId", context);
    try {
      return new PageVisit(browser, pass, config, page(tools, context, inContext, deadline));
    } catch (RenderFailure | Refusal e) {
      tools.call(BROWSER, "Target.disposeBrowserContext", inContext);
      browser.condemn(Browser.Recycling.BROKEN);
      throw e;
    }
  }

  private static PageIds page(
      DevTools tools, String context, JsonObject inContext, Deadline deadline) {
    deadline.await(
        tools.call(
            BROWSER, "Browser.setDownloadBehavior", inContext.copy().put("behavior", "deny")));
    String target =
        deadline
            .await(
                tools.call(
                    BROWSER, "Target.createTarget", inContext.copy().put("url", "about:blank")))
            .getString("targetId");
    String session =
        deadline
            .await(
                tools.call(
                    BROWSER,
                    "Target.attachToTarget",
                    new JsonObject().put("targetId", target).put("flatten", true)))
            .getString("sessionId");
    return new PageIds(context, target, session);
  }

  private static JsonObject context(Browser browser) {
    return new JsonObject()
        .put("disposeOnDetach", true)
        .put("proxyServer", "http://" + browser.proxyAddress())
        .put("proxyBypassList", "<-loopback>");
  }

  /// Shows `url` until it has settled or its time is over, and writes down what it came to.
  Rendered show(URI url, String userAgent, Deadline deadline) {
    listen();
    prepare(userAgent, deadline);
    CompletableFuture<JsonObject> navigation =
        line.send("Page.navigate", new JsonObject().put("url", url.toString()));
    boolean settled = settle(navigation, deadline);
    Deadline writing = Deadline.in(WRITING);
    String html = reader.html(writing);
    String address = reader.address(writing);
    PageEvents.Document document = events.document();
    return new Rendered(
        address(address, url),
        document.status(),
        document.headers(),
        html,
        config.page().screenshots() ? reader.picture() : Optional.empty(),
        settled);
  }

  private void listen() {
    PageGuard guard = new PageGuard(browser, ids, pass, config.page().requests());
    tools.listen(
        ids,
        ids.session(),
        event -> {
          guard.page(event);
          events.page(event);
        });
    tools.listen(
        ids.context(),
        BROWSER,
        event -> {
          guard.browser(event);
          events.browser(event);
        });
  }

  private void prepare(String userAgent, Deadline deadline) {
    JsonObject window =
        new JsonObject()
            .put("width", config.page().width())
            .put("height", WINDOW_HEIGHT)
            .put("deviceScaleFactor", 1)
            .put("mobile", false);
    JsonObject agent =
        new JsonObject().put("userAgent", userAgent).put("acceptLanguage", "en-US,en;q=0.9");
    CompletableFuture<?>[] all = {
      line.send("Page.enable", new JsonObject()),
      line.send("Network.enable", new JsonObject().put("maxTotalBufferSize", 0)),
      line.send("Network.setBypassServiceWorker", new JsonObject().put("bypass", true)),
      line.send("Fetch.enable", PageGuard.interception()),
      line.send("Page.addScriptToEvaluateOnNewDocument", PageScripts.first()),
      line.send("Emulation.setUserAgentOverride", agent),
      line.send("Emulation.setDeviceMetricsOverride", window),
      line.send("Emulation.setTimezoneOverride", new JsonObject().put("timezoneId", "UTC")),
    };
    deadline.await(CompletableFuture.allOf(all));
  }

  /// True: nothing changes any more. False: it still does, but there is something to read.
  private boolean settle(CompletableFuture<JsonObject> navigation, Deadline deadline) {
    String before = "";
    long since = System.nanoTime();
    while (!deadline.over()) {
      failOn(navigation, deadline);
      Duration readable = events.readableFor();
      if (readable.compareTo(config.settle()) > 0) {
        return false;
      }
      if (!readable.isNegative()) {
        String now = reader.look(deadline);
        if (!now.equals(before)) {
          before = now;
          since = System.nanoTime();
        }
        if (System.nanoTime() - since >= config.quiet().toNanos()
            && events.quietFor(config.quiet())) {
          return true;
        }
      }
      rest(LOOK_EVERY, deadline);
    }
    if (events.readableFor().isNegative()) {
      throw new RenderFailure(Reason.TIMEOUT, "The page was not readable in time.");
    }
    return false;
  }

  private void failOn(CompletableFuture<JsonObject> navigation, Deadline deadline) {
    if (events.end().isDone()) {
      Deadline.in(Duration.ZERO).await(events.end());
    }
    String error =
        navigation.isDone() && !navigation.isCompletedExceptionally()
            ? navigation.join().getString("errorText")
            : null;
    if (error == null) {
      return;
    }
    rest(CRASH_TOLD, deadline); // a crash says so a moment later
    if (error.contains("ERR_ABORTED")) {
      throw new RenderFailure(Reason.REFUSED, "The address is a download, not a page.");
    }
    throw new RenderFailure(Reason.NETWORK, "The browser could not load it: " + error + ".");
  }

  private void rest(Duration most, Deadline deadline) {
    long nanos = Math.min(most.toNanos(), deadline.remainingNanos());
    try {
      new Deadline(System.nanoTime() + nanos).await(events.end());
    } catch (RenderFailure e) {
      if (e.reason() != Reason.TIMEOUT) {
        throw e;
      }
    }
  }

  private static URI address(String text, URI otherwise) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  /// Ends everything the page has going. A browser that cannot do that in time is killed.
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    tools.forget(ids);
    tools.forget(ids.context());
    try {
      Deadline.in(config.close())
          .await(
              tools.call(
                  BROWSER,
                  "Target.disposeBrowserContext",
                  new JsonObject().put("browserContextId", ids.context())));
    } catch (RenderFailure | Refusal e) {
      browser.kill();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
