package io.competitoriq.crawl.render;

import io.smallrye.mutiny.Uni;
import java.net.URI;

/// A browser that shows a page and says what it came to.
public interface Renderer {

  /// Opens `url` (http or https) in a browser context of its own. Never fails, and ends within the
  /// configured times: what can happen is an outcome. The item arrives on the Vert.x context of the
  /// subscriber. Cancelling closes the page.
  Uni<RenderOutcome> render(URI url);
}
