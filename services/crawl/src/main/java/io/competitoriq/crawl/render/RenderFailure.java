package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.RenderOutcome.Failed;
import io.competitoriq.crawl.render.RenderOutcome.Reason;

/// Ends a rendering from wherever it is; becomes a [Failed] at the renderer's door.
final class RenderFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String detail;

  RenderFailure(Reason reason, String detail) {
    super(reason + ": " + detail, null, false, false);
    this.reason = reason;
    this.detail = detail;
  }

  Reason reason() {
    return reason;
  }

  Failed outcome() {
    return new Failed(reason, detail);
  }
}
