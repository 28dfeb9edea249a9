package io.competitoriq.process;

import java.util.UUID;

/// Another snapshot of the source was stored while this one was compared: compare again.
final class SourceMovedOn extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SourceMovedOn(UUID sourceId) {
    super("another snapshot of source " + sourceId + " was stored meanwhile");
  }
}
