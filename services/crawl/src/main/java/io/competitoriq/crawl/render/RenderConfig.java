package io.competitoriq.crawl.render;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The browser and its bounds.
@ConfigMapping(prefix = "ciq.crawl.render")
public interface RenderConfig {
  /// False: no browser is looked for.
  @WithDefault("true")
  boolean enabled();

  /// The browser's executable; missing: the usual names are looked for.
  Optional<String> browser();

  /// A browser that runs elsewhere, as its DevTools WebSocket address (`ws://` or `wss://`). Wants
  /// `proxy.address`.
  Optional<URI> endpoint();

  /// Starts the browser without its sandbox although we are not root.
  @WithDefault("false")
  boolean noSandbox();

  /// Browsers at the same time.
  @WithDefault("1")
  int browsers();

  /// Pages open in one browser at the same time.
  @WithDefault("2")
  int pagesPerBrowser();

  /// Longest wait for a free page, the start of a browser included.
  @WithDefault("10s")
  Duration waitForPage();

  /// From the page's opening to its text; what is not readable by then never is.
  @WithDefault("20s")
  Duration timeout();

  /// How long a readable page may go on changing.
  @WithDefault("6s")
  Duration settle();

  /// A page that changes and loads nothing for this time has settled.
  @WithDefault("500ms")
  Duration quiet();

  /// Closing a page may take this long, then its browser is killed.
  @WithDefault("3s")
  Duration close();

  /// Bounds of one page.
  Page page();

  /// When a browser is replaced.
  Recycle recycle();

  /// The way out of the browser.
  Proxy proxy();

  /// Bounds of one page.
  interface Page {
    /// Largest written page, in characters.
    @WithDefault("8000000")
    int maxChars();

    /// Resident memory of one page's process; more gets it killed.
    @WithDefault("1024")
    int megabytes();

    /// Heap of one page's scripts.
    @WithDefault("512")
    int heapMegabytes();

    /// Requests one page may make; more fail.
    @WithDefault("500")
    int requests();

    /// Dialogs one page may open.
    @WithDefault("10")
    int dialogs();

    /// Documents one visit may lead through by script or refresh.
    @WithDefault("10")
    int navigations();

    /// Width of the window in pixels.
    @WithDefault("1280")
    int width();

    /// A screenshot ends at this height in pixels.
    @WithDefault("8000")
    int screenshotHeight();

    /// False: no screenshots.
    @WithDefault("true")
    boolean screenshots();
  }

  /// When a browser is replaced by a fresh one.
  interface Recycle {
    /// After this many pages.
    @WithDefault("100")
    int pages();

    /// After this time.
    @WithDefault("30m")
    Duration age();

    /// With nothing to do for this time it is stopped.
    @WithDefault("5m")
    Duration idle();

    /// Resident memory of the browser and all its processes; above, it is replaced.
    @WithDefault("2048")
    int megabytes();
  }

  /// The proxy that passes the browser's traffic through the egress guard.
  interface Proxy {
    /// The address it listens on.
    @WithDefault("127.0.0.1")
    String listen();

    /// The port it listens on; 0: any free one.
    @WithDefault("0")
    int port();

    /// `host:port` under which a browser elsewhere reaches it.
    Optional<String> address();

    /// Bytes one page may move, both ways.
    @WithDefault("67108864")
    long maxBytes();

    /// Connections and requests of one page at the same time.
    @WithDefault("64")
    int connections();
  }
}
