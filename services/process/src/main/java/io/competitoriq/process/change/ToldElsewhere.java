package io.competitoriq.process.change;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.TextChange;
import io.competitoriq.process.content.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Text changes that other sources of the competitor told lately: a sentence that stands on several
/// pages is edited on all of them and told once, and so is what belongs to the template of a site.
final class ToldElsewhere {

  private static final double NEARLY_THE_SAME = 0.9;

  /// Fewer words say the same of different things.
  private static final int FEWEST_WORDS = 6;

  private final List<KnownText> known;

  ToldElsewhere(List<KnownText> known) {
    this.known = known;
  }

  /// The address of a page that told nearly the same.
  Optional<String> where(TextChange text) {
    return known.stream()
        .filter(each -> each.text().kind() == text.kind())
        .filter(each -> isTheSame(each.text(), text) || isNearlyTheSame(each.text(), text))
        .map(KnownText::url)
        .findFirst();
  }

  /// The same words under the same headings belong to the template of the site, however few.
  private static boolean isTheSame(TextChange one, TextChange other) {
    return one.path().equals(other.path())
        && !other.path().isEmpty()
        && Objects.equals(one.before(), other.before())
        && Objects.equals(one.after(), other.after());
  }

  private static boolean isNearlyTheSame(TextChange one, TextChange other) {
    String telling = other.kind() == ChangeKind.REMOVED ? other.before() : other.after();
    return telling != null
        && Texts.words(telling) >= FEWEST_WORDS
        && isNearlyTheSame(one.before(), other.before())
        && isNearlyTheSame(one.after(), other.after());
  }

  private static boolean isNearlyTheSame(@Nullable String one, @Nullable String other) {
    return one == null || other == null
        ? one == null && other == null
        : Likeness.of(one, other) >= NEARLY_THE_SAME && numbers(one).equals(numbers(other));
  }

  private static String numbers(String text) {
    return text.replaceAll("\\D+", " ").strip();
  }
}
