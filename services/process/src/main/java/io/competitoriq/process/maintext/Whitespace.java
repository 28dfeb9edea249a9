package io.competitoriq.process.maintext;

/// White space as the model was trained to see it: zero-width spaces separate words.
final class Whitespace {

  private Whitespace() {}

  static String collapse(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u00a0' || c == '\u200b' || Character.isWhitespace(c)) {
        if (!blank) {
          out.append(' ');
        }
        blank = true;
      } else {
        out.append(c);
        blank = false;
      }
    }
    int length = out.length();
    if (length > 0 && out.charAt(length - 1) == ' ') {
      out.setLength(length - 1);
    }
    return out.toString();
  }
}
