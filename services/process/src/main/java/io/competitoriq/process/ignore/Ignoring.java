package io.competitoriq.process.ignore;

import com.google.re2j.Pattern;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Content;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules in force for a source, ready to be held against two versions of its page. Immutable.
///
/// A difference is ignored when a rule covers it on every side there is. Texts and selectors cover
/// whole blocks; a regular expression covers the parts it matches, so a block stays news when
/// anything else in it differs.
public final class Ignoring {

  static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final String CUT = "\uFFFC"; // stands for what a regular expression covers

  private final List<Compiled> rules;
  private final SelectedBlocks before;
  private final SelectedBlocks after;

  private Ignoring(List<Compiled> rules, SelectedBlocks before, SelectedBlocks after) {
    this.rules = rules;
    this.before = before;
    this.after = after;
  }

  public static Ignoring nothing() {
    return of(List.of());
  }

  /// @param rules valid ones; the first that covers a difference gives the reason
  public static Ignoring of(List<IgnoreRule> rules) {
    return new Ignoring(
        rules.stream().map(Compiled::of).toList(), SelectedBlocks.NONE, SelectedBlocks.NONE);
  }

  /// Whether the pages themselves are needed, not only their texts.
  public boolean needsPages() {
    return rules.stream().anyMatch(each -> each.rule.kind() == RuleKind.SELECTOR);
  }

  public Ignoring before(Content page) {
    return new Ignoring(rules, SelectedBlocks.of(plain(), page), after);
  }

  public Ignoring after(Content page) {
    return new Ignoring(rules, before, SelectedBlocks.of(plain(), page));
  }

  private List<IgnoreRule> plain() {
    return rules.stream().map(Compiled::rule).toList();
  }

  /// The rule that covers a difference.
  ///
  /// @param old null when the block is new
  /// @param now null when the block is gone
  public Optional<IgnoreRule> covering(@Nullable Block old, @Nullable Block now) {
    return rules.stream()
        .filter(
            each ->
                each.rule.kind() == RuleKind.SELECTOR
                    ? (old == null || before.has(each.rule, old.id()))
                        && (now == null || after.has(each.rule, now.id()))
                    : each.covers(text(old), text(now)))
        .findFirst()
        .map(Compiled::rule)
        .or(() -> together(text(old), text(now)));
  }

  /// The rule that covers a difference of texts; selectors are left out.
  public Optional<IgnoreRule> covering(@Nullable String old, @Nullable String now) {
    return rules.stream()
        .filter(each -> each.covers(old, now))
        .findFirst()
        .map(Compiled::rule)
        .or(() -> together(old, now));
  }

  /// The selector that covers a block of one of the two versions.
  public Optional<IgnoreRule> selecting(String blockId) {
    return rules.stream()
        .map(Compiled::rule)
        .filter(rule -> before.has(rule, blockId) || after.has(rule, blockId))
        .findFirst();
  }

  /// The rule that gives this reason.
  public Optional<IgnoreRule> giving(String reason) {
    return rules.stream()
        .map(Compiled::rule)
        .filter(rule -> rule.reason().equals(reason))
        .findFirst();
  }

  private static @Nullable String text(@Nullable Block block) {
    return block == null ? null : block.text();
  }

  /// Several regular expressions may cover a difference that none covers alone.
  private Optional<IgnoreRule> together(@Nullable String old, @Nullable String now) {
    List<Compiled> matching =
        rules.stream().filter(each -> each.matches(old) || each.matches(now)).toList();
    String left = old;
    String right = now;
    for (Compiled each : matching) {
      left = each.cut(left);
      right = each.cut(right);
    }
    return matching.size() > 1 && sameRest(left, right)
        ? Optional.of(matching.getFirst().rule)
        : Optional.empty();
  }

  private static boolean sameRest(@Nullable String left, @Nullable String right) {
    if (left == null || right == null) {
      String only = left == null ? right : left;
      return only != null
          && only.contains(CUT)
          && only.codePoints().noneMatch(Character::isLetterOrDigit);
    }
    return left.contains(CUT) && left.equals(right);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }

  private record Compiled(IgnoreRule rule, String text, @Nullable Pattern regex) {

    static Compiled of(IgnoreRule rule) {
      return new Compiled(
          rule,
          folded(rule.pattern()),
          rule.kind() == RuleKind.REGEX ? Pattern.compile(rule.pattern(), FLAGS) : null);
    }

    boolean covers(@Nullable String old, @Nullable String now) {
      return switch (rule.kind()) {
        case SELECTOR -> false;
        case TEXT -> (old == null || holds(old)) && (now == null || holds(now));
        case REGEX -> (matches(old) || matches(now)) && sameRest(cut(old), cut(now));
      };
    }

    private boolean holds(String whole) {
      return folded(whole).contains(text);
    }

    boolean matches(@Nullable String whole) {
      return regex != null && whole != null && regex.matcher(whole).find();
    }

    @Nullable String cut(@Nullable String whole) {
      return regex == null || whole == null ? whole : regex.matcher(whole).replaceAll(CUT);
    }
  }
}
