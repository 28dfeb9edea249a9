package io.competitoriq.process.evidence;

import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.Side;
import java.util.UUID;
import java.util.function.Supplier;

/// Makes evidence out of quotes; whether a quote is verified is decided here and nowhere else.
public final class QuoteCheck {

  private static final int LONGEST = 2000;

  private QuoteCheck() {}

  /// Whether the text holds the quote at exactly these offsets.
  public static boolean holds(String text, String quote, int start, int end) {
    return start >= 0
        && end <= text.length()
        && end - start == quote.length()
        && !quote.isBlank()
        && text.startsWith(quote, start);
  }

  /// Evidence for a quote of a version; verified only if the version's stored text holds it.
  public static Evidence evidence(Side side, Version version, Quote quote, Supplier<UUID> ids) {
    String words =
        quote.text().length() > LONGEST ? quote.text().substring(0, LONGEST) : quote.text();
    int end = quote.start() + words.length();
    return new Evidence(
        ids.get(),
        side,
        version.snapshotId(),
        version.documentId(),
        quote.blockId(),
        words,
        quote.start(),
        end,
        holds(version.text(), words, quote.start(), end),
        version.url(),
        version.fetchedAt());
  }
}
