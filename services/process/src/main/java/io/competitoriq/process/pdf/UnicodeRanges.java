package io.competitoriq.process.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tables by which a font says which characters its codes are. A range of two lines may stand
/// for four billion entries, and the library makes them all. Pure.
final class UnicodeRanges {
  private static final byte[] START = "beginbfrange".getBytes(StandardCharsets.US_ASCII);
  private static final String END = "endbfrange";
  private static final Pattern TOKEN =
      Pattern.compile("\\s+|%[^\\r\\n]*|<([0-9A-Fa-f\\s]*)>|(\\[[<>0-9A-Fa-f\\s]*])|(endbfrange)");
  private static final int MOST_ENTRIES = 200_000;
  private static final int LONGEST_CODE = 4;

  private UnicodeRanges() {}

  /// @throws IOException when the bytes hold ranges no font needs; the font is read without them
  static void check(byte[] bytes) throws IOException {
    if (indexOf(bytes) < 0) {
      return;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String start = new String(START, StandardCharsets.US_ASCII);
    int entries = 0;
    for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      entries += entries(text, at + start.length());
      if (entries > MOST_ENTRIES) {
        throw new IOException("ranges of more than " + MOST_ENTRIES + " characters");
      }
    }
  }

  /// Entries of the section that begins there. Only what is written as every tool writes it is
  /// understood; anything else is refused.
  private static int entries(String text, int from) throws IOException {
    Matcher token = TOKEN.matcher(text).region(from, text.length());
    int entries = 0;
    int place = 0;
    int first = 0;
    while (token.lookingAt() && token.group(3) == null) {
      if (token.group(1) != null || token.group(2) != null) {
        if (place == 0) {
          first = code(token.group(1));
        } else if (place == 1) {
          entries += Math.max(0, code(token.group(1)) - first + 1);
        }
        place = (place + 1) % 3;
      }
      if (entries > MOST_ENTRIES) {
        return entries;
      }
      token.region(token.end(), text.length());
    }
    if (!text.startsWith(END, token.regionStart()) && token.regionStart() < text.length()) {
      throw new IOException("ranges written like no others");
    }
    return entries;
  }

  private static int code(@Nullable String hex) throws IOException {
    String digits = hex == null ? "" : hex.replaceAll("\\s", "");
    if (digits.isEmpty() || digits.length() > LONGEST_CODE) {
      throw new IOException("a code of " + digits.length() + " digits");
    }
    return Integer.parseInt(digits, 16);
  }

  private static int indexOf(byte[] bytes) {
    for (int i = 0; i + START.length <= bytes.length; i++) {
      int same = 0;
      while (same < START.length && bytes[i + same] == START[same]) {
        same++;
      }
      if (same == START.length) {
        return i;
      }
    }
    return -1;
  }
}
