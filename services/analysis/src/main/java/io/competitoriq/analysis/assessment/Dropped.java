package io.competitoriq.analysis.assessment;

/// Why a part of an answer was dropped.
enum Dropped {
  NO_EVIDENCE("cites no evidence"),
  UNKNOWN_EVIDENCE("cites evidence that was not sent"),
  NO_QUOTE("quotes nothing"),
  QUOTE_NOT_FOUND("quotes words that are not in the evidence"),
  UNKNOWN_FIGURE("names a figure that is not in the evidence"),
  UNKNOWN_ADDRESS("names a web or e-mail address that is not in the evidence"),
  HEADLINE_ADDRESS("headline names a web or e-mail address that is not in the evidence"),
  PROSE_ADDRESS("explanation names a web or e-mail address that is not in the evidence"),
  HEADLINE_FIGURE("headline names a figure that is not in the evidence"),
  PROSE_FIGURE("explanation names a figure that is not in the evidence");

  private final String because;

  Dropped(String because) {
    this.because = because;
  }

  /// The end of a sentence about one dropped part.
  String because() {
    return because;
  }

  boolean isClaim() {
    return switch (this) {
      case NO_EVIDENCE,
          UNKNOWN_EVIDENCE,
          NO_QUOTE,
          QUOTE_NOT_FOUND,
          UNKNOWN_FIGURE,
          UNKNOWN_ADDRESS ->
          true;
      case HEADLINE_ADDRESS, PROSE_ADDRESS, HEADLINE_FIGURE, PROSE_FIGURE -> false;
    };
  }
}
