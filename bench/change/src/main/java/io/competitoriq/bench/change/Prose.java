package io.competitoriq.bench.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Sentences of real pages, to write adverts, teasers and new paragraphs with.
final class Prose {

  private static final int SHORTEST = 9;
  private static final int LONGEST = 30;

  private final List<String> sentences = new ArrayList<>();

  Prose(List<RealPage> pages) {
    for (RealPage page : pages) {
      page.mainText()
          .lines()
          .map(String::strip)
          .filter(line -> line.split(" ").length >= SHORTEST && line.split(" ").length <= LONGEST)
          .filter(line -> !line.matches(".*[\\d$€£<>&{}“”\"].*"))
          .limit(20)
          .forEach(sentences::add);
    }
  }

  String sentence(Random random) {
    return sentences.get(random.nextInt(sentences.size()));
  }

  String words(Random random, int count) {
    String[] words = sentence(random).split(" ");
    return String.join(" ", Arrays.copyOf(words, Math.min(count, words.length)));
  }
}
