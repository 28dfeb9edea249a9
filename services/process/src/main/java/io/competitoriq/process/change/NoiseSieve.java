package io.competitoriq.process.change;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.noise.TextKey;
import io.competitoriq.process.noise.Volatile;
import io.competitoriq.process.noise.Volatility;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names the reason why a step is no news, if there is one. The order is the order in which a
/// reader would give reasons.
final class NoiseSieve {

  static final String MASKED = "time, date or counter";
  static final String ORDER = "order";
  static final String LISTING = "list of entries";
  static final String VARIANT = "variant";

  private static final Pattern COUNT =
      Pattern.compile("(?<![\\d\\p{Sc}.,])(?<!\\p{Sc} )[\\d.,]+(?!\\s?\\p{Sc})");
  private static final double KEPT = 0.8;
  private static final double ALIKE_ENTRY = 0.6;
  private static final int SENTENCE = 8;
  private static final int PHRASE = 5;

  private final Volatility volatility;
  private final boolean listing;

  /// @param listing whether the page lists entries that are facts of their own
  NoiseSieve(Volatility volatility, boolean listing) {
    this.volatility = volatility;
    this.listing = listing;
  }

  List<Step> sift(List<Step> steps) {
    Rotations rotations = new Rotations(steps, NoiseSieve::isEdit);
    StatedPrices stated = new StatedPrices(steps);
    return steps.stream().map(step -> sift(step, rotations, stated)).toList();
  }

  private Step sift(Step step, Rotations rotations, StatedPrices stated) {
    if (step.kind() == null) {
      boolean reworded =
          step.before() != null
              && step.after() != null
              && !step.before().text().equals(step.after().text());
      return reworded ? new Step(ChangeKind.MODIFIED, step.before(), step.after(), MASKED) : step;
    }
    if (stated.tells(step)) {
      return isVariant(step) ? step.ignored(VARIANT) : step;
    }
    String reason = reason(step, step.kind(), rotations);
    return reason == null ? step : step.ignored(reason);
  }

  private @Nullable String reason(Step step, ChangeKind kind, Rotations rotations) {
    Block block = step.block();
    if (block.region() != Region.MAIN && !isEdit(step) && !rotations.isEdited(step)) {
      return block.region().reason();
    }
    if (kind == ChangeKind.MOVED) {
      return ORDER;
    }
    if (isOnlyNoise(step.before()) && isOnlyNoise(step.after())) {
      return MASKED;
    }
    if (listing && !isReworded(step, ALIKE_ENTRY)) {
      return LISTING;
    }
    return isVariant(step) ? VARIANT : null;
  }

  /// Quotes of customers, teasers and asides rotate as a whole. One that is still there in other
  /// words was edited by a person; one with other numbers counts something, unless it is what the
  /// page is about.
  private static boolean isEdit(Step step) {
    Block before = step.before();
    Block after = step.after();
    if (before == null || after == null || !mayBeEdited(before) || !mayBeEdited(after)) {
      return false;
    }
    boolean main = before.main() && after.main();
    return Math.min(Texts.words(before.text()), Texts.words(after.text()))
            >= (main ? PHRASE : SENTENCE)
        && Likeness.kept(before.text(), after.text()) >= KEPT
        && (main
            ? !Volatile.masked(before.text()).equals(Volatile.masked(after.text()))
            : !withoutCounts(before.text()).equals(withoutCounts(after.text())));
  }

  /// What its class calls an advert and reads like the page's own text may be a teaser.
  private static boolean mayBeEdited(Block block) {
    return block.region() != Region.ADVERT || block.main();
  }

  private static boolean isReworded(Step step, double least) {
    Block before = step.before();
    Block after = step.after();
    return before != null && after != null && Likeness.of(before.text(), after.text()) >= least;
  }

  private static String withoutCounts(String text) {
    return COUNT.matcher(Volatile.masked(text)).replaceAll(" ");
  }

  /// What is not there is no news either.
  private static boolean isOnlyNoise(@Nullable Block block) {
    return block == null || Volatile.isOnlyNoise(block.text());
  }

  private boolean isVariant(Step step) {
    Block before = step.before();
    Block after = step.after();
    if (after == null) {
      return before != null && volatility.comesAndGoes(TextKey.of(before.text()));
    }
    String key = TextKey.of(after.text());
    return volatility.isFormer(key) || (before != null && volatility.isVolatile(after.slot(), key));
  }
}
