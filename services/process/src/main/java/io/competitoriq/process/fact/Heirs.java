package io.competitoriq.process.fact;

import io.competitoriq.messages.FactKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/// Finds for facts whose key is gone the new fact that is the same one under another name: a plan
/// that was renamed, a price that went from monthly to yearly, an opening that moved. Sure signs go
/// before likeness, and a pair counts only where neither side has another partner.
public final class Heirs {

  private static final double ALIKE = 0.6;
  private static final double VERY_ALIKE = 0.75;

  private final List<KnownFact> gone;
  private final List<FactDraft> fresh;
  private final List<Heir> found = new ArrayList<>();
  private final Map<String, String> renamed = new HashMap<>();

  private Heirs(List<KnownFact> gone, List<FactDraft> fresh) {
    this.gone = new ArrayList<>(gone);
    this.fresh = new ArrayList<>(fresh.stream().filter(fact -> fact.quote() != null).toList());
  }

  /// A fact and what it became.
  public record Heir(KnownFact before, FactDraft after) {}

  static List<Heir> of(List<KnownFact> gone, List<FactDraft> fresh) {
    Heirs heirs = new Heirs(gone, fresh);
    heirs.pair(Heirs::hasSameSubject);
    heirs.pair(Heirs::leadsToTheSame);
    heirs.pair(Heirs::isAlike);
    heirs.pair(Heirs::costsTheSame);
    heirs.pair(heirs::isOfRenamed);
    return heirs.found;
  }

  private void pair(BiPredicate<KnownFact, FactDraft> same) {
    for (KnownFact before : List.copyOf(gone)) {
      List<FactDraft> heirs = fresh.stream().filter(after -> same.test(before, after)).toList();
      if (heirs.size() == 1) {
        FactDraft heir = heirs.getFirst();
        if (gone.stream().filter(other -> same.test(other, heir)).count() == 1) {
          found.add(new Heir(before, heir));
          gone.remove(before);
          fresh.remove(heir);
          if (before.kind() == FactKind.PRICE || before.kind() == FactKind.PLAN) {
            renamed.put(folded(before.subject()), folded(heir.subject()));
          }
        }
      }
    }
  }

  /// Of an opening: it has moved. Of a price: its period is another.
  private static boolean hasSameSubject(KnownFact before, FactDraft after) {
    boolean may =
        switch (before.kind()) {
          case PRICE, JOB_OPENING -> true;
          case PLAN, POST, FEATURE, PRODUCT, PERSON, CONTACT, TECHNOLOGY -> false;
        };
    return may
        && isOfSameField(before, after)
        && folded(before.subject()).equals(folded(after.subject()));
  }

  private static boolean leadsToTheSame(KnownFact before, FactDraft after) {
    return before.kind() == FactKind.JOB_OPENING
        && isOfSameField(before, after)
        && before.link() != null
        && before.link().equals(after.link());
  }

  private static boolean isAlike(KnownFact before, FactDraft after) {
    double subjects = NameLikeness.of(before.subject(), after.subject());
    boolean samePeriod = before.value().period() == after.value().period();
    return switch (before.kind()) {
      case PRICE -> isOfSameField(before, after) && samePeriod && subjects >= ALIKE;
      case PLAN -> isOfSameField(before, after) && subjects >= ALIKE;
      case PERSON -> isOfSameField(before, after) && subjects >= VERY_ALIKE;
      case FEATURE ->
          before.kind() == after.kind()
              && subjects == 1
              && NameLikeness.of(before.field(), after.field()) >= VERY_ALIKE;
      case POST, JOB_OPENING, PRODUCT, CONTACT, TECHNOLOGY -> false;
    };
  }

  /// A plan that costs what another did when that one left is the other under a new name.
  private static boolean costsTheSame(KnownFact before, FactDraft after) {
    Long amount = before.value().amountMinor();
    return before.kind() == FactKind.PRICE
        && isOfSameField(before, after)
        && amount != null
        && amount > 0
        && FactDiff.sameValue(before.value(), after.value());
  }

  /// What belongs to a plan goes with it.
  private boolean isOfRenamed(KnownFact before, FactDraft after) {
    boolean may =
        switch (before.kind()) {
          case PLAN, FEATURE, PRICE -> true;
          case POST, JOB_OPENING, PRODUCT, PERSON, CONTACT, TECHNOLOGY -> false;
        };
    return may
        && isOfSameField(before, after)
        && before.value().period() == after.value().period()
        && folded(after.subject()).equals(renamed.get(folded(before.subject())));
  }

  private static boolean isOfSameField(KnownFact before, FactDraft after) {
    return before.kind() == after.kind() && before.field().equals(after.field());
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
