package io.competitoriq.crawl.render;

import io.competitoriq.crawl.fetch.UserAgent;
import io.competitoriq.crawl.render.RenderOutcome.Rendered;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/// Visits of pages: each with a pass of its own, which ends with it.
@ApplicationScoped
class PageVisits {
  private final GuardProxy proxy;
  private final RenderConfig config;
  private final UserAgent userAgent;

  PageVisits(GuardProxy proxy, RenderConfig config, UserAgent userAgent) {
    this.proxy = proxy;
    this.config = config;
    this.userAgent = userAgent;
  }

  /// Shows `url` in `browser`; waits, and fails with a [RenderFailure].
  Rendered show(URI url, Browser browser) {
    Deadline deadline = Deadline.in(config.timeout());
    try (ProxyPass pass = proxy.admit();
        PageVisit page = PageVisit.open(browser, pass, config, deadline)) {
      return page.show(url, userAgent.inBrowser(browser.product()), deadline);
    }
  }
}
