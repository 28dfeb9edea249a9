package io.competitoriq.process.pdf;

/// What one reading of a PDF has used up. For one thread.
final class PdfBudget {
  private static final int STEPS_BETWEEN_LOOKS = 0xfff;

  private final PdfLimits limits;
  private final long end;
  private int pages;
  private int characters;
  private int pageCharacters;
  private long bytes;
  private long pageBytes;
  private int steps;

  PdfBudget(PdfLimits limits) {
    this.limits = limits;
    this.end = System.nanoTime() + limits.time().toNanos();
  }

  void page() {
    pageCharacters = 0;
    pageBytes = 0;
    pages(++pages);
    lookAtTheClock();
  }

  /// @param total pages the document has
  void pages(int total) {
    if (total > limits.pages()) {
      throw new PdfTooMuch("it has more than " + limits.pages() + " pages");
    }
  }

  void characters(int more) {
    characters += more;
    pageCharacters += more;
    if (characters > limits.characters()) {
      throw new PdfTooMuch("it has more than " + limits.characters() + " characters");
    }
    if (pageCharacters > limits.pageCharacters()) {
      throw new PdfTooMuch("a page has more than " + limits.pageCharacters() + " characters");
    }
    step();
  }

  /// @param stream bytes of the stream so far, `more` included
  /// @param again whether the stream was unpacked before
  void unpacked(int stream, int more, boolean again) {
    bytes += again ? 0 : more;
    pageBytes += more;
    if (stream > limits.streamBytes()
        || pageBytes > limits.pageBytes()
        || bytes > limits.allBytes()) {
      throw new PdfTooMuch("it unpacks to more than a text can be");
    }
    lookAtTheClock();
  }

  /// One of very many small steps.
  void step() {
    if ((++steps & STEPS_BETWEEN_LOOKS) == 0) {
      lookAtTheClock();
    }
  }

  void lookAtTheClock() {
    if (System.nanoTime() > end) {
      throw new PdfTooMuch("reading it takes longer than " + limits.time().toSeconds() + " s");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new PdfTooMuch("the job it is read for is over");
    }
  }
}
