package io.competitoriq.process.maintext;

import io.competitoriq.process.maintext.PassageReader.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a page is about: its text without navigation, related links, banners, repeats and other
/// furniture, as a trained model tells them apart.
public final class MainText {

  private static final double HALF = 0.5;

  private final String text;
  private final Map<Element, Words> places;

  private MainText(String text, Map<Element, Words> places) {
    this.text = text;
    this.places = places;
  }

  /// @return the same for the same page; takes time in proportion to its length
  public static MainText of(Document page) {
    Read read = PassageReader.read(page.body());
    List<Passage> passages = new ArrayList<>(read.passages());
    passages.addAll(JsonLdPassages.read(page, read.body()));
    Features features = new Features(page, read, passages);
    double[] scores = new double[passages.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = MainTextModel.FOREST.score(features.of(i));
    }
    return of(passages, Selection.of(passages, Alikes.odds(passages, scores)));
  }

  /// All that a page says.
  public static MainText whole(Document page) {
    List<Passage> passages = PassageReader.read(page.body()).passages();
    boolean[] all = new boolean[passages.size()];
    Arrays.fill(all, true);
    return of(passages, all);
  }

  private static MainText of(List<Passage> passages, boolean[] chosen) {
    StringBuilder text = new StringBuilder();
    Map<Element, Words> places = new IdentityHashMap<>();
    for (int i = 0; i < chosen.length; i++) {
      Passage passage = passages.get(i);
      if (chosen[i]) {
        text.append(passage.text()).append('\n');
      }
      if (passage.isOfPage()) {
        places.merge(
            passage.place().element,
            new Words(chosen[i] ? passage.words() : 0, passage.words()),
            Words::plus);
      }
    }
    return new MainText(text.toString(), places);
  }

  /// One passage a line; empty when the page has none.
  public String text() {
    return text;
  }

  /// Whether most of the text that stands in an element, or else right around it, is main text.
  public boolean holds(Element element) {
    Words words = element.normalName().equals("tr") ? within(element) : around(element);
    return words.all() > 0 && words.chosen() >= HALF * words.all();
  }

  private Words within(Element row) {
    return row.getAllElements().stream()
        .map(each -> places.getOrDefault(each, Words.NONE))
        .reduce(Words.NONE, Words::plus);
  }

  private Words around(Element element) {
    Words words = Words.NONE;
    for (Element each = element; each != null && words.all() == 0; each = each.parent()) {
      words = places.getOrDefault(each, Words.NONE);
    }
    return words;
  }

  private record Words(int chosen, int all) {

    private static final Words NONE = new Words(0, 0);

    Words plus(Words more) {
      return new Words(chosen + more.chosen, all + more.all);
    }
  }
}
