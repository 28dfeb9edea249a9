package io.competitoriq.process.maintext;

/// A piece of text without a block element in it.
///
/// @param text white space collapsed, at least one character
/// @param tag of the place, or `jsonld`
/// @param characters without blanks
/// @param linkCharacters those of them that stand in links
/// @param stops marks at which sentences and clauses end, without commas
record Passage(
    String text,
    String tag,
    Place place,
    Origin origin,
    int words,
    int characters,
    int linkCharacters,
    int stops,
    int commas,
    int digits,
    int capitals) {

  private static final int LAYOUT_LEVELS = 4;

  /// Where a passage was read from. The codes are the model's.
  enum Origin {
    PAGE(0),
    ARTICLE_BODY(2),
    DESCRIPTION(3),
    REVIEW_BODY(4),
    TEXT(5),
    NAME(6);

    final int code;

    Origin(int code) {
      this.code = code;
    }
  }

  static Passage of(String text, Place place, int linkCharacters) {
    return counted(text, place.tag(), place, Origin.PAGE, linkCharacters);
  }

  static Passage ofJsonLd(String text, Place body, Origin origin) {
    return counted(text, "jsonld", body, origin, 0);
  }

  private static Passage counted(
      String text, String tag, Place place, Origin origin, int linkCharacters) {
    int words = 0;
    int characters = 0;
    int stops = 0;
    int commas = 0;
    int digits = 0;
    int capitals = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean wordLike = Character.isLetterOrDigit(c);
      words += wordLike && !inWord ? 1 : 0;
      inWord = wordLike;
      characters += c > ' ' ? 1 : 0;
      if (Character.isDigit(c)) {
        digits++;
      } else if (Character.isUpperCase(c)) {
        capitals += wordLike ? 1 : 0;
      } else if (",、，".indexOf(c) >= 0) {
        commas++;
      } else if (".!?。;:".indexOf(c) >= 0) {
        stops++;
      }
    }
    return new Passage(
        text,
        tag,
        place,
        origin,
        words,
        characters,
        Math.min(linkCharacters, characters),
        stops,
        commas,
        digits,
        capitals);
  }

  double linkShare() {
    return characters == 0 ? 0 : (double) linkCharacters / characters;
  }

  /// Characters that are not in links.
  int plainCharacters() {
    return characters - linkCharacters;
  }

  /// The same for passages whose elements, up to the third one around them, have the same tags and
  /// classes.
  long layout() {
    return place.layout(LAYOUT_LEVELS) * 31 + tag.hashCode();
  }

  boolean isOfPage() {
    return origin == Origin.PAGE;
  }
}
