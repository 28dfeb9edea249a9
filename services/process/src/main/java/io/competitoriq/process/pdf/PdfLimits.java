package io.competitoriq.process.pdf;

import java.time.Duration;

/// How much of a PDF is read at most. Beyond any of these it is not read at all: a part of it would
/// look like a change.
///
/// @param pages of the document
/// @param characters of its text
/// @param pageCharacters of one page's text
/// @param streamBytes one stream may unpack to
/// @param pageBytes the streams one page uses may unpack to, which are in memory together
/// @param allBytes all streams may unpack to, each counted once
/// @param time by the clock on the wall
record PdfLimits(
    int pages,
    int characters,
    int pageCharacters,
    int streamBytes,
    int pageBytes,
    long allBytes,
    Duration time) {

  static final PdfLimits DEFAULT =
      new PdfLimits(500, 2_000_000, 100_000, 8 << 20, 32 << 20, 128L << 20, Duration.ofSeconds(20));
}
