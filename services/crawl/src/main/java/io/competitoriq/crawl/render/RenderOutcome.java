package io.competitoriq.crawl.render;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// How a rendering ended.
public sealed interface RenderOutcome {

  /// The page as its scripts left it.
  ///
  /// @param finalUrl where the browser ended up, redirects by script included
  /// @param headers of the document's answer, names in lower case
  /// @param html the document tree written out the same way every time, attributes in order
  /// @param screenshot missing when none could be taken in time
  /// @param settled false: the page was still changing when the time for it was over
  record Rendered(
      URI finalUrl,
      int httpStatus,
      Map<String, String> headers,
      String html,
      Optional<Screenshot> screenshot,
      boolean settled)
      implements RenderOutcome {
    public Rendered {
      headers = Map.copyOf(headers);
    }
  }

  /// There is no browser here.
  ///
  /// @param fix a sentence that says what an operator can do
  record NotAvailable(String fix) implements RenderOutcome {}

  /// The browser was asked and could not.
  ///
  /// @param detail a sentence for the reader of the visit
  record Failed(Reason reason, String detail) implements RenderOutcome {}

  /// A picture of the page from its top, as WebP.
  record Screenshot(byte[] webp) {
    public static final String CONTENT_TYPE = "image/webp";
  }

  /// Why a rendering failed, and whether the same page may well succeed later.
  enum Reason {
    /// No page was free in time.
    BUSY(true),
    /// The browser does not start.
    LAUNCH(true),
    /// The browser died or was killed meanwhile.
    BROWSER_LOST(true),
    /// The page's address could not be loaded.
    NETWORK(true),
    /// The page was not readable in time.
    TIMEOUT(true),
    /// The page's process died.
    CRASHED(false),
    /// The page took more memory than it is given.
    MEMORY(false),
    /// The page would not stop asking with dialogs.
    DIALOGS(false),
    /// The page sent the browser on again and again.
    REDIRECTS(false),
    /// The written page is larger than allowed.
    TOO_LARGE(false),
    /// The address or where it led is not visited, or is no page but a download.
    REFUSED(false);

    private final boolean worthRetrying;

    Reason(boolean worthRetrying) {
      this.worthRetrying = worthRetrying;
    }

    /// Whether trying again later makes sense.
    public boolean worthRetrying() {
      return worthRetrying;
    }
  }
}
