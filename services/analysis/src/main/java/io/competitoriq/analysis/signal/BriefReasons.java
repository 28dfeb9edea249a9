package io.competitoriq.analysis.signal;

import io.competitoriq.messages.Category;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.SourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Why a change may matter to somebody who sells the same, by rules: each says what such a change
/// puts in question, and nothing about this one that the facts do not say.
final class BriefReasons {

  private static final int MOST = 3;
  private static final int NAME = 60;

  /// @param weight the weightiest first
  private record Reason(int weight, String sentence) {}

  private BriefReasons() {}

  static List<String> of(Category category, SourceKind source, SignalContent content) {
    List<FactChange> real =
        content.facts().stream().filter(fact -> fact.kind() != ChangeKind.MOVED).toList();
    if (real.isEmpty()) {
      return List.of(ofTexts(category, source, content));
    }
    List<Reason> reasons = new ArrayList<>();
    real.stream().map(BriefReasons::ofFact).forEach(reasons::add);
    ofOpenings(real).ifPresent(reasons::add);
    return reasons.stream()
        .sorted(Comparator.comparingInt(Reason::weight).reversed())
        .map(Reason::sentence)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Reason ofFact(FactChange fact) {
    String name = Excerpt.of(fact.subject(), NAME);
    return switch (fact.factKind()) {
      case PRICE -> ofPrice(fact, name);
      case PLAN -> ofPlan(fact.kind(), name);
      case FEATURE ->
          fact.kind() == ChangeKind.REMOVED
              ? new Reason(48, "Who bought for a feature that is gone may look for it elsewhere.")
              : new Reason(50, "A feature can close a gap that we name when we are compared.");
      case PERSON -> new Reason(44, "Other people at the top often mean other priorities.");
      case JOB_OPENING -> new Reason(30, "Openings show where a team grows before products do.");
      case POST -> new Reason(25, "What they publish shows what they want to be talked about for.");
      case PRODUCT ->
          new Reason(40, "Another product can reach customers we did not share so far.");
      case CONTACT, TECHNOLOGY ->
          new Reason(5, "A detail of the site that rarely matters by itself.");
    };
  }

  private static Reason ofPlan(ChangeKind kind, String name) {
    return switch (kind) {
      case ADDED ->
          new Reason(70, "A new plan, " + name + ", changes what people put beside our offer.");
      case REMOVED ->
          new Reason(75, "Customers of " + name + " have to move to another plan, or leave.");
      case MODIFIED, MOVED ->
          new Reason(55, "What comparisons say about " + name + " may no longer be true.");
    };
  }

  private static Reason ofPrice(FactChange fact, String plan) {
    Optional<Money> old = Money.of(fact.before());
    Optional<Money> now = Money.of(fact.after());
    if (old.isPresent() && now.isPresent()) {
      return ofAmounts(plan, old.get(), now.get());
    }
    if (old.isPresent()) {
      return new Reason(
          90,
          "Nobody can compare the price of " + plan + " any more without asking their sales team.");
    }
    return now.isPresent()
        ? new Reason(72, "The price of " + plan + " can now be compared by everybody.")
        : new Reason(45, "The words around a price can change what it is for.");
  }

  private static Reason ofAmounts(String plan, Money old, Money now) {
    if (!old.comparableWith(now)) {
      return new Reason(
          88, plan + " is sold on other terms: what was compared with it has to be compared anew.");
    }
    if (now.isFree() && !old.isFree()) {
      return new Reason(
          100, plan + " costs nothing now: a paid offer beside it has to say what it is paid for.");
    }
    if (old.isFree() && !now.isFree()) {
      return new Reason(
          99, "Who used " + plan + " for nothing has to pay now, and may look around.");
    }
    return old.percentTo(now)
        .filter(percent -> percent != 0)
        .map(percent -> moved(plan, old, percent))
        .orElseGet(() -> new Reason(45, "The words around a price can change what it is for."));
  }

  private static Reason moved(String plan, Money old, double percent) {
    String outdated = " Comparisons that name " + old.perPeriod() + " are out of date.";
    return percent > 0
        ? new Reason(
            95,
            "A dearer " + plan + " leaves room for an offer below it and at renewals." + outdated)
        : new Reason(
            96, "A cheaper " + plan + " will be named when prices are talked about." + outdated);
  }

  private static Optional<Reason> ofOpenings(List<FactChange> facts) {
    long added =
        facts.stream()
            .filter(fact -> fact.factKind() == FactKind.JOB_OPENING)
            .filter(fact -> fact.kind() == ChangeKind.ADDED)
            .count();
    return added < 3
        ? Optional.empty()
        : Optional.of(
            new Reason(
                35, added + " openings at once are money put somewhere: look at the roles."));
  }

  private static String ofTexts(Category category, SourceKind source, SignalContent content) {
    boolean onlyMoved = content.texts().stream().allMatch(text -> text.kind() == ChangeKind.MOVED);
    if (onlyMoved) {
      return "It only stands elsewhere on the page.";
    }
    if (content.texts().stream().anyMatch(text -> TextLines.isHeadline(text, source))) {
      return "The first line of a home page says to whom they sell and with what promise: hold it"
          + " against ours.";
    }
    return switch (category) {
      case PRICING -> "Words on a pricing page can change what a price includes.";
      case PRODUCT -> "What they say their product does may answer what we say ours does.";
      case POSITIONING -> "How they speak of themselves is what ours is held against.";
      case HIRING -> "Whom they look for shows where they want to be next.";
      case NEWS -> "What they publish shows what they want to be talked about for.";
      case LEADERSHIP -> "Other people at the top often mean other priorities.";
      case LEGAL ->
          "Terms bind their customers: notice, data and prices are worth a look before a renewal.";
      case OTHER -> "No rule knows why this would matter; the quotes show what it is.";
    };
  }
}
