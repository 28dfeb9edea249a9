package io.competitoriq.process.pdf;

/// Ends the reading of a PDF that asks for more than it may. Unchecked, because the library goes on
/// after an [java.io.IOException] in one of its parts.
final class PdfTooMuch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message a sentence
  PdfTooMuch(String message) {
    super(message, null, false, false);
  }
}
