package io.competitoriq.process.change;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.Side;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.evidence.Version;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the changed facts of a pair of versions already tell, so that no text tells it again: the
/// blocks their quotes cover, and any text whose changed words are words of the quotes.
final class Told {

  private final Version then;
  private final Version now;
  private final List<Evidence> evidence;
  private final Set<String> wordsBefore;
  private final Set<String> wordsAfter;

  Told(Version then, Version now, List<FactChange> changes) {
    this.then = then;
    this.now = now;
    this.evidence = changes.stream().flatMap(change -> change.evidence().stream()).toList();
    this.wordsBefore = words(Side.BEFORE);
    this.wordsAfter = words(Side.AFTER);
  }

  boolean tells(Step step) {
    return evidence.stream()
            .anyMatch(each -> covers(each, step.before(), then) || covers(each, step.after(), now))
        || saysTheSame(step);
  }

  /// Ids of blocks are the same in all versions, offsets are not.
  private static boolean covers(Evidence evidence, @Nullable Block block, Version version) {
    if (block == null) {
      return false;
    }
    boolean within = evidence.start() <= block.start() && block.end() <= evidence.end();
    return evidence.blockId().equals(block.id())
        || within && evidence.documentId().equals(version.documentId());
  }

  private boolean saysTheSame(Step step) {
    Block before = step.before();
    Block after = step.after();
    if (before == null || after == null) {
      return repeats(step);
    }
    Set<String> gone = words(before.text());
    Set<String> come = words(after.text());
    gone.removeAll(words(after.text()));
    come.removeAll(words(before.text()));
    return step.kind() == ChangeKind.MODIFIED
        && !(gone.isEmpty() && come.isEmpty())
        && wordsBefore.containsAll(gone)
        && wordsAfter.containsAll(come);
  }

  /// A text that came or went as a whole is told when a quote holds it as a whole.
  private boolean repeats(Step step) {
    Side side = step.after() != null ? Side.AFTER : Side.BEFORE;
    String text = step.block().text().toLowerCase(Locale.ROOT);
    return evidence.stream()
        .filter(each -> each.side() == side)
        .anyMatch(each -> holds(each.quote().toLowerCase(Locale.ROOT), text));
  }

  /// Whole words only: "Pro" does not stand in "Promotions".
  private static boolean holds(String quote, String text) {
    for (int at = quote.indexOf(text); at >= 0; at = quote.indexOf(text, at + 1)) {
      int end = at + text.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(quote.charAt(at - 1));
      if (begins && (end == quote.length() || !Character.isLetterOrDigit(quote.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private Set<String> words(Side side) {
    return evidence.stream()
        .filter(each -> each.side() == side)
        .flatMap(each -> words(each.quote()).stream())
        .collect(Collectors.toSet());
  }

  /// Punctuation at the ends of a word says nothing; signs of money and percent do.
  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s/|]+"))
        .map(word -> word.replaceAll("^[\\p{P}&&[^%]]+|[\\p{P}&&[^%]]+$", ""))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
