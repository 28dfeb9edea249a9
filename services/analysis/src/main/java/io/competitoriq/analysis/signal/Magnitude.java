package io.competitoriq.analysis.signal;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.TextChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How big a change is.
///
/// @param value 0..1
/// @param because what makes it that big, the beginning of a sentence
record Magnitude(double value, String because) {

  /// The biggest single change counts in full; further ones do not add up, or a page that was
  /// reworded in fifty places would outweigh a doubled price.
  static Magnitude of(RaiseSignal change) {
    List<Magnitude> found = new ArrayList<>();
    change.facts().stream().map(Magnitude::ofFact).forEach(found::add);
    counted(change.facts(), FactKind.JOB_OPENING).ifPresent(found::add);
    counted(change.facts(), FactKind.POST).ifPresent(found::add);
    counted(change.facts(), FactKind.FEATURE).ifPresent(found::add);
    if (change.facts().isEmpty()) {
      found.add(ofTexts(change));
    }
    return found.stream().max(Comparator.comparingDouble(Magnitude::value)).orElseThrow();
  }

  private static Magnitude ofFact(FactChange fact) {
    String subject = Excerpt.of(fact.subject(), FactLines.SUBJECT);
    if (fact.kind() == ChangeKind.MOVED) {
      return new Magnitude(0.1, subject + " only moved on the page");
    }
    return switch (fact.factKind()) {
      case PRICE -> ofPrice(fact, subject);
      case PLAN -> ofPlan(fact, subject);
      case FEATURE ->
          new Magnitude(fact.kind() == ChangeKind.REMOVED ? 0.7 : 0.6, "A feature changed");
      case JOB_OPENING -> new Magnitude(0.35, "A job opening changed");
      case POST -> new Magnitude(0.5, "A post changed");
      case PERSON -> new Magnitude(0.6, "Who leads or works there changed");
      case PRODUCT -> new Magnitude(0.4, "A product changed");
      case CONTACT, TECHNOLOGY -> new Magnitude(0.15, "A detail of the site changed");
    };
  }

  private static Magnitude ofPlan(FactChange fact, String subject) {
    return switch (fact.kind()) {
      case ADDED -> new Magnitude(0.75, "The plan " + subject + " is new");
      case REMOVED -> new Magnitude(0.8, "The plan " + subject + " is gone");
      case MODIFIED -> new Magnitude(0.6, "The plan " + subject + " offers something else");
      case MOVED -> new Magnitude(0.1, "The plan " + subject + " only moved on the page");
    };
  }

  private static Magnitude ofPrice(FactChange fact, String subject) {
    Optional<Money> old = Money.of(fact.before());
    Optional<Money> now = Money.of(fact.after());
    if (old.isPresent() && now.isPresent()) {
      return ofAmounts(subject, old.get(), now.get());
    }
    if (old.isPresent()) {
      return new Magnitude(0.85, "The price of " + subject + " is no longer public");
    }
    if (now.isPresent()) {
      return new Magnitude(0.75, "The price of " + subject + " is new");
    }
    return new Magnitude(0.4, "The price wording of " + subject + " changed");
  }

  private static Magnitude ofAmounts(String subject, Money old, Money now) {
    if (!old.comparableWith(now)) {
      return new Magnitude(0.85, "The price of " + subject + " has another currency or period");
    }
    if (old.minor() == now.minor()) {
      return new Magnitude(0.3, "The price of " + subject + " is only worded differently");
    }
    if (old.isFree() || now.isFree()) {
      return new Magnitude(0.95, subject + (now.isFree() ? " became free" : " stopped being free"));
    }
    double percent = old.percentTo(now).orElse(0.0);
    String because = "The price of " + subject + " moved by " + PriceLine.percent(percent);
    return new Magnitude(ofPercent(Math.abs(percent)), because);
  }

  private static double ofPercent(double percent) {
    if (percent >= 20) {
      return 0.95;
    }
    if (percent >= 10) {
      return 0.8;
    }
    return percent >= 5 ? 0.7 : 0.55;
  }

  private static Optional<Magnitude> counted(List<FactChange> facts, FactKind kind) {
    long added =
        facts.stream().filter(f -> f.factKind() == kind && f.kind() == ChangeKind.ADDED).count();
    if (added < 2) {
      return Optional.empty();
    }
    double base = kind == FactKind.JOB_OPENING ? 0.4 : kind == FactKind.POST ? 0.5 : 0.6;
    double value = Math.min(0.9, base + 0.05 * Math.min(added, 10));
    return Optional.of(new Magnitude(value, added + " are new at once"));
  }

  private static Magnitude ofTexts(RaiseSignal change) {
    boolean headline =
        change.texts().stream().anyMatch(t -> TextLines.isHeadline(t, change.sourceKind()));
    if (headline) {
      return new Magnitude(0.8, "The first line of the home page changed");
    }
    int characters = change.texts().stream().mapToInt(Magnitude::changedCharacters).sum();
    String because = "About " + characters + " characters of text changed";
    if (characters < 80) {
      return new Magnitude(0.25, because);
    }
    if (characters < 400) {
      return new Magnitude(0.4, because);
    }
    return new Magnitude(characters < 2000 ? 0.55 : 0.7, because);
  }

  private static int changedCharacters(TextChange text) {
    return text.kind() == ChangeKind.MOVED
        ? 0
        : Math.max(length(text.before()), length(text.after()));
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
