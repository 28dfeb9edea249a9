package io.competitoriq.process.maintext;

/// A word looked for in class names and ids.
///
/// @param begins whether a `-`, a `_` or nothing may stand before it
/// @param ends whether a `-`, a `_` or nothing may stand behind it
record NamePart(String word, boolean begins, boolean ends) {

  /// @param notation a word, after `^` when it begins a part of the name, before `$` when it ends
  ///   one
  static NamePart of(String notation) {
    boolean begins = notation.startsWith("^");
    boolean ends = notation.endsWith("$");
    return new NamePart(
        notation.substring(begins ? 1 : 0, notation.length() - (ends ? 1 : 0)), begins, ends);
  }

  boolean in(String name) {
    int at = name.indexOf(word);
    while (at >= 0) {
      int behind = at + word.length();
      if ((!begins || at == 0 || isBreak(name.charAt(at - 1)))
          && (!ends || behind == name.length() || isBreak(name.charAt(behind)))) {
        return true;
      }
      at = name.indexOf(word, at + 1);
    }
    return false;
  }

  private static boolean isBreak(char c) {
    return c == '-' || c == '_';
  }
}
