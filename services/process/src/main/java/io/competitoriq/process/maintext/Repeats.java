package io.competitoriq.process.maintext;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Pages say things twice: for wide and narrow screens, in a carousel and below it, in JSON-LD and
/// in the text. A reader wants them once.
final class Repeats {

  /// What is shorter, such as the rating of each review, is meant each time.
  private static final int FEWEST_WORDS = 3;

  /// JSON-LD words its texts a little otherwise than the page does, so they are compared in part.
  private static final double SHOWN = 0.4;

  private static final int MOST_SEQUENCES = 1_000;

  private final List<Passage> passages;
  private final Set<Long> shown = new HashSet<>();

  private Repeats(List<Passage> passages) {
    this.passages = passages;
  }

  /// @param likeliest indexes of the passages by falling probability
  /// @return whether the page, or a likelier passage, says the same as each passage
  static boolean[] among(List<Passage> passages, int[] likeliest) {
    Repeats repeats = new Repeats(passages);
    repeats.lookUpJsonLd();
    boolean[] repeated = new boolean[likeliest.length];
    Set<String> said = new HashSet<>();
    for (int index : likeliest) {
      Passage passage = passages.get(index);
      repeated[index] =
          !passage.isOfPage() && repeats.isShown(passage)
              || passage.words() >= FEWEST_WORDS && !said.add(Wording.of(passage.text()));
    }
    return repeated;
  }

  /// Which of the word sequences in JSON-LD the page shows. They are few, the page's may be
  /// millions.
  private void lookUpJsonLd() {
    Set<Long> wanted = new HashSet<>();
    for (Passage passage : passages) {
      if (!passage.isOfPage()) {
        Wording.eachSequence(passage.text(), MOST_SEQUENCES, wanted::add);
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    for (Passage passage : passages) {
      if (passage.isOfPage()) {
        Wording.eachSequence(
            passage.text(),
            Integer.MAX_VALUE / 2,
            sequence -> {
              if (wanted.contains(sequence)) {
                shown.add(sequence);
              }
            });
      }
    }
  }

  private boolean isShown(Passage passage) {
    int[] counts = new int[2];
    Wording.eachSequence(
        passage.text(),
        MOST_SEQUENCES,
        sequence -> {
          counts[0]++;
          counts[1] += shown.contains(sequence) ? 1 : 0;
        });
    return counts[1] >= SHOWN * counts[0];
  }
}
