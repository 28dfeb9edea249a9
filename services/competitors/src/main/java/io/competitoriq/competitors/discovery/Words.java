package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.SourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The words pages of one kind are called by, in ten languages; they stand in
/// `discovery/words.txt`. Folded like everything compared with them: lower case, no accents, words
/// parted by single spaces.
///
/// @param sure words that mean this kind and hardly anything else
/// @param likely words that often mean it
/// @param maybe words that mean it only together with something else
record Words(SourceKind kind, Set<String> sure, Set<String> likely, Set<String> maybe) {

  private static final double LIKELY = 0.65;
  private static final double MAYBE = 0.45;
  private static final double AMONG_OTHERS = 0.7;
  private static final int LONGEST_UNSPACED = 14;

  /// Words in the longest entry.
  private static final int MOST_WORDS = 5;

  /// Scripts that part no words by spaces.
  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

  /// In the order in which a tie is decided.
  static final List<Words> ALL = read();

  private static List<Words> read() {
    Map<SourceKind, Words> words = new EnumMap<>(SourceKind.class);
    List<SourceKind> order = new ArrayList<>();
    lines()
        .map(line -> line.split("\\s+", 3))
        .forEach(
            parts -> {
              SourceKind kind = SourceKind.valueOf(parts[0]);
              if (!words.containsKey(kind)) {
                order.add(kind);
                words.put(kind, new Words(kind, new HashSet<>(), new HashSet<>(), new HashSet<>()));
              }
              Objects.requireNonNull(words.get(kind)).list(parts[1]).addAll(split(parts[2]));
            });
    return order.stream().map(kind -> Objects.requireNonNull(words.get(kind)).sealed()).toList();
  }

  private static Stream<String> lines() {
    try (InputStream file = Words.class.getResourceAsStream("/discovery/words.txt")) {
      byte[] text = Objects.requireNonNull(file, "discovery/words.txt").readAllBytes();
      return new String(text, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> split(String text) {
    return Stream.of(text.strip().split("\\s*,\\s*")).map(Words::fold).toList();
  }

  private Set<String> list(String weight) {
    return switch (weight) {
      case "sure" -> sure;
      case "likely" -> likely;
      case "maybe" -> maybe;
      default -> throw new IllegalStateException("no weight of words: " + weight);
    };
  }

  private Words sealed() {
    return new Words(kind, Set.copyOf(sure), Set.copyOf(likely), Set.copyOf(maybe));
  }

  /// How strongly a folded phrase speaks for this kind: 1 is a sure word by itself, 0 is nothing.
  double strength(String phrase, int longest) {
    double most = strength(sure, phrase, longest);
    most = Math.max(most, LIKELY * strength(likely, phrase, longest));
    return Math.max(most, maybe.contains(phrase) ? MAYBE : 0);
  }

  /// True when the phrase is exactly one of the sure words.
  boolean names(String phrase) {
    return sure.contains(phrase);
  }

  /// True when the text holds a sure word, however long it is.
  boolean isSpokenOf(String text) {
    return holds(sure, text);
  }

  private static double strength(Set<String> words, String phrase, int longest) {
    if (words.contains(phrase)) {
      return 1;
    }
    boolean few = !phrase.isEmpty() && phrase.split(" ").length <= longest;
    return few && holds(words, phrase) ? AMONG_OTHERS : 0;
  }

  /// Looks up every run of words of the phrase; text without spaces is searched.
  private static boolean holds(Set<String> words, String phrase) {
    if (UNSPACED.matcher(phrase).find()) {
      return phrase.length() <= LONGEST_UNSPACED && words.stream().anyMatch(phrase::contains);
    }
    String[] parts = phrase.split(" ");
    for (int from = 0; from < parts.length; from++) {
      String run = "";
      for (int to = from; to < Math.min(parts.length, from + MOST_WORDS); to++) {
        run = run.isEmpty() ? parts[to] : run + " " + parts[to];
        if (words.contains(run)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Text as words are compared: "Über uns!" and "ueber-uns" become "uber uns" and "ueber uns".
  static String fold(String text) {
    return Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace("ł", "l")
        .replace("ø", "o")
        .replace("&", " and ")
        .replaceAll("['’`]", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
