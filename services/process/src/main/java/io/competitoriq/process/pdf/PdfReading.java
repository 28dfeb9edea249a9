package io.competitoriq.process.pdf;

import org.jsoup.nodes.Document;

/// What came of reading a PDF.
public sealed interface PdfReading {

  /// @param page one `div` a page of the PDF; headings, paragraphs, list items and table rows in
  ///   them; title, author and language in its head
  record Laid(Document page) implements PdfReading {}

  /// @param detail a sentence that says what is wrong and what to do
  record Unread(Cause cause, String detail) implements PdfReading {}

  /// Why a PDF could not be read.
  enum Cause {
    /// Not a PDF, or broken.
    DAMAGED,
    /// Opens with a password only, or forbids copying its text.
    LOCKED,
    /// Pictures only.
    WITHOUT_TEXT,
    /// More than we read, or more work than a PDF may ask for.
    TOO_LARGE
  }
}
