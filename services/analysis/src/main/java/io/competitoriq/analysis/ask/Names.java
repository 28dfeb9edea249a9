package io.competitoriq.analysis.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the competitors a question names: by name in any spacing or case, by domain, by tag, and
/// by a name with one letter wrong. Pure.
final class Names {

  private static final int LONGEST_NAME = 4;
  private static final int LEAST_FOR_A_SLIP = 6;
  private static final Pattern LEGAL_FORM =
      Pattern.compile("(?i)[ ,]+(inc|gmbh|ltd|llc|ag|sa|bv|plc|corp|co)\\.?$");

  private final Collection<Known> known;

  Names(Collection<Known> known) {
    this.known = known;
  }

  /// @param competitors whom the question names, in its order
  /// @param words that named them, as written
  record Mentioned(List<Known> competitors, Set<String> words) {}

  Mentioned in(String question) {
    List<String> words = Words.of(question);
    Set<Known> found = new LinkedHashSet<>();
    Set<String> used = new LinkedHashSet<>();
    for (int at = 0; at < words.size(); at++) {
      for (int length = Math.min(LONGEST_NAME, words.size() - at); length > 0; length--) {
        List<String> part = words.subList(at, at + length);
        List<Known> meant = named(joined(part));
        if (!meant.isEmpty()) {
          found.addAll(meant);
          used.addAll(part);
          at += length - 1;
          break;
        }
      }
    }
    if (found.isEmpty()) {
      words.forEach(word -> slip(word).ifPresent(each -> note(found, used, each, word)));
    }
    return new Mentioned(List.copyOf(found), used);
  }

  private static void note(Set<Known> found, Set<String> used, Known each, String word) {
    found.add(each);
    used.add(word);
  }

  private List<Known> named(String joined) {
    List<Known> meant = new ArrayList<>();
    for (Known each : known) {
      if (spellings(each).contains(joined)) {
        meant.add(each);
      }
    }
    return meant;
  }

  private Optional<Known> slip(String word) {
    String folded = joined(List.of(word));
    return folded.length() < LEAST_FOR_A_SLIP
        ? Optional.empty()
        : known.stream()
            .filter(each -> isOneSlip(folded, joined(List.of(each.name()))))
            .findFirst();
  }

  private static Set<String> spellings(Known each) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(joined(List.of(each.name())));
    spellings.add(joined(List.of(LEGAL_FORM.matcher(each.name()).replaceAll(""))));
    if (!each.domain().isEmpty()) {
      String domain = each.domain().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
      spellings.add(joined(List.of(domain)));
      String label = domain.split("[.:]")[0];
      if (label.length() > 3) {
        spellings.add(joined(List.of(label)));
      }
    }
    each.tags().forEach(tag -> spellings.add("#" + joined(List.of(tag))));
    return spellings;
  }

  private static String joined(List<String> words) {
    return Words.folded(String.join("", words)).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// One letter more, less, other, or two exchanged.
  static boolean isOneSlip(String a, String b) {
    if (a.equals(b) || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    String restA = a.substring(same);
    String restB = b.substring(same);
    if (a.length() != b.length()) {
      return a.length() > b.length()
          ? restA.substring(1).equals(restB)
          : restB.substring(1).equals(restA);
    }
    boolean other = restA.substring(1).equals(restB.substring(1));
    boolean exchanged =
        restA.length() > 1
            && restA.charAt(0) == restB.charAt(1)
            && restA.charAt(1) == restB.charAt(0)
            && restA.substring(2).equals(restB.substring(2));
    return other || exchanged;
  }
}
