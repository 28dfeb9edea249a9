package io.competitoriq.bench.change;

import io.competitoriq.bench.change.Noise.Scene;
import io.competitoriq.messages.ChangeKind;
import java.util.Optional;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// A true change somebody made to a page.
@FunctionalInterface
interface Edit {

  /// @return empty when the page has nothing to change like this
  Optional<Made> make(Document page, Scene scene, Random random);

  /// What was done, to be found again with this status.
  ///
  /// @param before words of the old text; null when there is none
  /// @param after words of the new text; null when there is none
  record Made(ChangeKind status, @Nullable String before, @Nullable String after) {

    static Optional<Made> modified(String before, String after) {
      return Optional.of(new Made(ChangeKind.MODIFIED, before, after));
    }

    static Optional<Made> added(String after) {
      return Optional.of(new Made(ChangeKind.ADDED, null, after));
    }

    static Optional<Made> removed(String before) {
      return Optional.of(new Made(ChangeKind.REMOVED, before, null));
    }

    /// Whether a verdict tells it, with the right status. A move is told, and is no news.
    boolean isTold(Verdict verdict) {
      return (status == ChangeKind.MOVED ? verdict.ignored() : verdict.hunks())
          .stream().anyMatch(told -> told.status() == status && holds(told));
    }

    private boolean holds(Verdict.Told told) {
      return holds(told.before(), before) && holds(told.after(), after);
    }

    /// Texts are cut to what stays true while time passes, so either may be the longer one.
    private static boolean holds(@Nullable String told, @Nullable String words) {
      if (words == null) {
        return true;
      }
      String text = told == null ? "" : plain(told);
      return !text.isEmpty() && (text.contains(plain(words)) || plain(words).contains(text));
    }

    private static String plain(String text) {
      return String.join(" ", MainContent.words(text));
    }
  }
}
