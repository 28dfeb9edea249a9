package io.competitoriq.analysis.ask;

/// Why a claim of a model was dropped.
enum Dropped {
  NO_SOURCE("cites no source"),
  UNKNOWN_SOURCE("cites a source that was not sent"),
  QUOTE_NOT_FOUND("quotes words that its source does not say"),
  UNKNOWN_FIGURE("names a figure that its sources do not name"),
  UNKNOWN_ADDRESS("names a web or e-mail address that its sources do not name");

  private final String because;

  Dropped(String because) {
    this.because = because;
  }

  /// The end of a sentence about one dropped claim.
  String because() {
    return because;
  }
}
