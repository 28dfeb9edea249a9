package io.competitoriq.process.content;

import org.jsoup.nodes.Element;

/// Gathers the text of one block while its inline elements come by, with blanks where a style sheet
/// would put distance: `<b>Pro</b><span>$49</span>` reads "Pro $49", `$49<sup>99</sup>` "$49.99".
final class InlineText {

  private static final int SIGN_REACH = 12;

  private final StringBuilder text = new StringBuilder();
  private int linkCharacters;
  private int linkDepth;
  private boolean boundary;
  private boolean cents;

  void enter(Element inline) {
    boundary = true;
    linkDepth += inline.normalName().equals("a") ? 1 : 0;
    cents =
        inline.normalName().equals("sup")
            || inline.className().contains("cents")
            || inline.className().contains("decimal");
  }

  void leave(Element inline) {
    boundary = true;
    cents = false;
    linkDepth -= inline.normalName().equals("a") ? 1 : 0;
  }

  void lineBreak() {
    text.append(' ');
  }

  void append(String words) {
    if (words.isEmpty()) {
      return;
    }
    if (boundary && !text.isEmpty()) {
      separate(text.charAt(text.length() - 1), words.strip());
    }
    boundary = false;
    text.append(words);
    if (linkDepth > 0) {
      linkCharacters += (int) words.chars().filter(c -> c > ' ').count();
    }
  }

  private void separate(char last, String next) {
    if (next.isEmpty() || Character.isWhitespace(last)) {
      return;
    }
    if (cents && Character.isDigit(last) && next.matches("\\d\\d") && pricedWithoutFraction()) {
      text.append('.');
      return;
    }
    char first = next.charAt(0);
    boolean letter = Character.isLetter(last);
    boolean sign = Character.getType(first) == Character.CURRENCY_SYMBOL;
    boolean camel =
        (Character.isLowerCase(last) || Character.isDigit(last)) && Character.isUpperCase(first);
    if (letter && sign || camel) {
      text.append(' ');
    }
  }

  private boolean pricedWithoutFraction() {
    String tail = text.substring(Math.max(0, text.length() - SIGN_REACH));
    int sign = -1;
    for (int i = 0; i < tail.length(); i++) {
      sign = Character.getType(tail.charAt(i)) == Character.CURRENCY_SYMBOL ? i : sign;
    }
    return sign >= 0 && tail.indexOf('.', sign) < 0;
  }

  /// Share of the text that stands in links, 0 to 1.
  double linkShare() {
    long letters = text.chars().filter(c -> c > ' ').count();
    return letters == 0 ? 0 : Math.min(1, (double) linkCharacters / letters);
  }

  /// The text gathered, white space collapsed; the next block starts empty.
  String take() {
    String taken = Texts.collapse(text);
    text.setLength(0);
    linkCharacters = 0;
    boundary = false;
    return taken;
  }
}
