package io.competitoriq.process.maintext;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A block element, with what is known of the text in it once the page has been read.
final class Place {

  private static final long LAYOUT_MIX = 0x9E3779B97F4A7C15L;

  final @Nullable Place parent;
  final Element element;
  final int depth;

  /// Its own marks and those of everything around it.
  final int marks;

  /// Levels up to the next element that calls itself content.
  final int levelsInContent;

  int children;
  int characters;
  int linkCharacters;
  int passages;

  private Place(@Nullable Place parent, Element element, int marks, int levelsInContent) {
    this.parent = parent;
    this.element = element;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.marks = marks;
    this.levelsInContent = levelsInContent;
  }

  static Place body(Element body) {
    return new Place(null, body, 0, 0);
  }

  Place enter(Element child, int childMarks) {
    children++;
    boolean content =
        Mark.PROSE.in(childMarks & ~marks)
            || child.normalName().equals("main")
            || child.normalName().equals("article");
    return new Place(this, child, marks | childMarks, content ? 0 : levelsInContent + 1);
  }

  /// The place around it, which now knows what stood in this one; itself for the body.
  Place leave() {
    if (parent == null) {
      return this;
    }
    parent.characters += characters;
    parent.linkCharacters += linkCharacters;
    parent.passages += passages;
    return parent;
  }

  void add(Passage passage) {
    characters += passage.characters();
    linkCharacters += passage.linkCharacters();
    passages++;
  }

  /// The place around it; itself for the body.
  Place above() {
    return parent == null ? this : parent;
  }

  /// A hash of tags and classes of the place and those around it.
  long layout(int levels) {
    long layout = 0;
    Place place = this;
    for (int level = 0; level < levels && place != null; level++, place = place.parent) {
      layout = layout * LAYOUT_MIX + place.tag().hashCode();
      layout = layout * LAYOUT_MIX + place.element.attr("class").hashCode();
    }
    return layout;
  }

  String tag() {
    return element.normalName();
  }

  double linkShare() {
    return characters == 0 ? 0 : (double) linkCharacters / characters;
  }

  /// Characters that are not in links.
  int plainCharacters() {
    return characters - linkCharacters;
  }
}
