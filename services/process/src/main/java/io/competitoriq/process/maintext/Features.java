package io.competitoriq.process.maintext;

import io.competitoriq.process.maintext.PassageReader.Read;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;

/// Describes passages to the model, in its order: the text, its element, the marks around it, the
/// elements above, the place on the page, the neighbours, the page. The row is reused, so that a
/// page of a million passages costs no more memory than its text.
final class Features {

  /// How many the model was trained with; the last one is spare and always 0.
  static final int COUNT = 101;

  private static final Map<String, Integer> TAGS =
      numbered(
          "p",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "td",
          "th",
          "div",
          "a",
          "button",
          "label",
          "span",
          "pre",
          "blockquote",
          "dt",
          "dd",
          "figcaption",
          "summary",
          "option",
          "section",
          "article",
          "address",
          "jsonld");
  private static final int OTHER_TAG = 30;
  private static final int[] NEIGHBOURS = {-2, -1, 1, 2};
  private static final int ANCESTORS = 5;
  private static final double WHOLE_PAGE = 0.9;
  private static final double BULK = 0.4;
  private static final int LONG_ENOUGH_TO_COMPARE = 40;
  private static final int COMPARED = 60;
  private final List<Passage> passages;
  private final Place body;
  private final PageTraits page;
  private final float[] row = new float[COUNT];
  private String visible = "";
  private int at;
  private int charactersBefore;

  Features(Document page, Read read, List<Passage> passages) {
    this.passages = passages;
    this.body = read.body();
    this.page = PageTraits.of(page, passages);
  }

  /// The features of a passage, valid until the next call. To be asked for in reading order.
  float[] of(int index) {
    Arrays.fill(row, 0);
    at = 0;
    Passage passage = passages.get(index);
    text(passage);
    element(passage);
    ancestors(passage.place());
    bulk(passage.place());
    position(index);
    for (int offset : NEIGHBOURS) {
      neighbour(index + offset);
    }
    wording(passage);
    page();
    last(passage);
    charactersBefore += passage.isOfPage() ? passage.characters() : 0;
    return row;
  }

  private void text(Passage passage) {
    int characters = passage.characters();
    add(ln(characters));
    add(passage.words());
    add(passage.linkShare());
    add(share(characters, passage.words()));
    add(passage.stops());
    add(passage.commas());
    add(share(passage.digits(), characters));
    add(share(passage.capitals(), characters));
    add(ending(passage.text().charAt(passage.text().length() - 1)));
  }

  private static int ending(char last) {
    return switch (last) {
      case '.', '!', '?', '。', '”', '"' -> 1;
      case ':' -> 2;
      default -> 0;
    };
  }

  private void element(Passage passage) {
    Place place = passage.place();
    add(tag(passage.tag()));
    add(passage.origin().code);
    add(place.depth);
    add(place.levelsInContent);
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      add((place.marks >>> bit) & 1);
    }
  }

  private void ancestors(Place place) {
    Place above = place;
    for (int level = 0; level < ANCESTORS; level++, above = above.above()) {
      add(ln(above.characters));
      add(above.linkShare());
      add(above.passages == 0 ? 0 : ln((double) above.characters / above.passages));
    }
    Place parent = place.above();
    add(parent.children);
    add(place.children);
    add(tag(parent.tag()));
    add(tag(parent.above().tag()));
  }

  /// The largest element around the passage that is not nearly the whole page, and the smallest one
  /// with the bulk of its text.
  private void bulk(Place place) {
    Place large = place;
    while (large.parent != null && large.parent.characters < WHOLE_PAGE * body.characters) {
      large = large.parent;
    }
    int furniture =
        Mark.NAV_ELEMENT.bit()
            | Mark.HEADER_ELEMENT.bit()
            | Mark.FOOTER_ELEMENT.bit()
            | Mark.ASIDE_ELEMENT.bit()
            | Mark.FORM_ELEMENT.bit();
    add((float) large.characters / Math.max(1, body.characters));
    add(large.linkShare());
    add((large.marks & ~body.marks & furniture) != 0 ? 1 : 0);
    Place bulk = place;
    int levels = 0;
    while (bulk.parent != null && bulk.plainCharacters() < BULK * body.plainCharacters()) {
      bulk = bulk.parent;
      levels++;
    }
    add(levels);
    add(bulk.depth);
    add(bulk.linkShare());
  }

  private void position(int index) {
    int heading = page.firstHeading();
    add((float) index / passages.size());
    add((float) charactersBefore / Math.max(1, body.characters));
    add(heading < 0 ? -9 : Math.clamp((long) index - heading, -50, 200));
    add(index == heading ? 1 : 0);
  }

  private void neighbour(int index) {
    if (index < 0 || index >= passages.size()) {
      at += 3;
      return;
    }
    Passage neighbour = passages.get(index);
    add(ln(neighbour.characters()));
    add(neighbour.linkShare());
    add(tag(neighbour.tag()));
  }

  private void wording(Passage passage) {
    add(page.repeats().getOrDefault(passage.text(), 1));
    add(inTitle(passage.text()));
  }

  private int inTitle(String text) {
    if (text.length() > page.title().length()) {
      return 0;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (page.title().startsWith(lower)) {
      return 2;
    }
    return page.title().contains(lower) ? 1 : 0;
  }

  private void page() {
    add(ln(body.characters));
    add(body.linkShare());
    add(passages.size());
    add(page.paragraphs());
    add((float) page.paragraphCharacters() / Math.max(1, body.characters));
    add((float) page.mainCharacters() / Math.max(1, body.characters));
    add((float) page.articleCharacters() / Math.max(1, body.characters));
    add(page.openGraphType());
    add(page.jsonLdTypes());
  }

  private void last(Passage passage) {
    add((double) passage.plainCharacters() / Math.max(1, page.longest()));
    if (passage.isOfPage()) {
      add(0);
    } else {
      String text = passage.text();
      boolean shown =
          visible().contains(text.length() > COMPARED ? text.substring(0, COMPARED) : text);
      add(shown ? 1 : 2);
    }
    add(Phrases.in(passage.text()) ? 1 : 0);
  }

  /// What the page shows, put together only when something else has to be looked up in it.
  private String visible() {
    if (visible.isEmpty()) {
      visible =
          passages.stream()
              .filter(each -> each.isOfPage() && each.characters() > LONG_ENOUGH_TO_COMPARE)
              .map(Passage::text)
              .collect(Collectors.joining("\n", "", "\n"));
    }
    return visible;
  }

  private void add(double value) {
    row[at++] = (float) value;
  }

  private static float tag(String name) {
    return TAGS.getOrDefault(name, OTHER_TAG);
  }

  private static Map<String, Integer> numbered(String... tags) {
    return IntStream.range(0, tags.length)
        .boxed()
        .collect(Collectors.toUnmodifiableMap(i -> tags[i], i -> i));
  }

  private static double ln(double value) {
    return Math.log1p(value);
  }

  private static float share(int part, int whole) {
    return whole == 0 ? 0 : (float) part / whole;
  }
}
