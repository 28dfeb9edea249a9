package io.competitoriq.process.noise;

import io.competitoriq.process.noise.Volatile.Span;
import java.util.List;

/// The part of a text that stays as it is while time passes: without the "11 seconds ago", the
/// counter or the id at its ends. The whole text when nothing else would be left.
///
/// @param start offset into the text
/// @param end one past the last character
public record StablePart(int start, int end) {

  private static final String JOINTS = " \t\u00a0·|,;:•([–—-";
  private static final String OPENINGS = " \t\u00a0·|,;:•)]–—-";

  public static StablePart of(String text) {
    List<Span> passing = Volatile.passing(text);
    StablePart part = new StablePart(0, text.length());
    StablePart next = part.without(passing, text);
    while (!next.equals(part)) {
      part = next;
      next = part.without(passing, text);
    }
    return part;
  }

  /// The words of the part.
  public String in(String text) {
    return text.substring(start, end);
  }

  private StablePart without(List<Span> passing, String text) {
    for (Span span : passing) {
      if (span.start() >= start && span.end() <= end) {
        boolean before = says(text, start, span.start());
        boolean after = says(text, span.end(), end);
        if (before && !after) {
          return new StablePart(start, trimmedEnd(text, span.start()));
        }
        if (after && !before) {
          return new StablePart(trimmedStart(text, span.end()), end);
        }
      }
    }
    return this;
  }

  private static boolean says(String text, int from, int to) {
    return text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static int trimmedEnd(String text, int end) {
    int at = end;
    while (JOINTS.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static int trimmedStart(String text, int start) {
    int at = start;
    while (OPENINGS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
