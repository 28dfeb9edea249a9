package io.competitoriq.analysis.signal;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.SourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Sentences about changed facts, the most important first. A new plan and its price are one
/// sentence.
final class FactLines {

  static final int SUBJECT = 80;
  private static final int TITLES_IN_HEADLINE = 3;
  private static final int TITLES_IN_SUMMARY = 10;
  private static final int VALUE = 60;

  private final List<FactChange> facts;
  private final SourceKind source;
  private final List<Line> lines = new ArrayList<>();

  private FactLines(List<FactChange> facts, SourceKind source) {
    this.facts = facts;
    this.source = source;
  }

  static List<Line> of(List<FactChange> facts, SourceKind source) {
    var all = new FactLines(facts, source);
    all.plansAndPrices();
    all.titles(FactKind.FEATURE, 45, new Noun("feature", "features"));
    all.titles(FactKind.PERSON, 42, new Noun("person", "people"));
    all.titles(FactKind.JOB_OPENING, 40, new Noun("job opening", "job openings"));
    all.titles(FactKind.POST, 35, all.postNoun());
    all.titles(FactKind.PRODUCT, 30, new Noun("product", "products"));
    all.titles(FactKind.CONTACT, 20, new Noun("contact", "contacts"));
    all.titles(FactKind.TECHNOLOGY, 20, new Noun("technology", "technologies"));
    all.lines.sort(Comparator.comparingDouble(Line::weight).reversed());
    return List.copyOf(all.lines);
  }

  private void plansAndPrices() {
    Set<String> comingOrGoing = new HashSet<>();
    for (FactChange plan : select(FactKind.PLAN)) {
      if (plan.kind() == ChangeKind.ADDED || plan.kind() == ChangeKind.REMOVED) {
        comingOrGoing.add(plan.subject());
      }
      lines.add(planLine(plan));
    }
    List<FactChange> prices =
        select(FactKind.PRICE).stream()
            .filter(price -> !comingOrGoing.contains(price.subject()))
            .toList();
    lines.addAll(PriceLine.all(prices));
  }

  private Line planLine(FactChange plan) {
    String name = Excerpt.of(plan.subject(), SUBJECT);
    return switch (plan.kind()) {
      case ADDED -> Line.of(80, "New plan: " + name + priceOf(plan));
      case REMOVED -> Line.of(90, "Plan " + name + " removed");
      case MOVED -> Line.of(5, "Plan " + name + " moved on the page");
      case MODIFIED -> Line.of(55, "Plan " + name + ": " + values(plan));
    };
  }

  private String priceOf(FactChange plan) {
    List<String> prices =
        facts.stream()
            .filter(fact -> fact.factKind() == FactKind.PRICE && fact.kind() == ChangeKind.ADDED)
            .filter(fact -> fact.subject().equals(plan.subject()) && fact.after() != null)
            .map(fact -> PriceLine.words(fact.after()) + PriceLine.billing(fact))
            .distinct()
            .limit(2)
            .toList();
    if (!prices.isEmpty()) {
      return " at " + String.join(" or ", prices);
    }
    return Money.of(plan.after()).map(money -> " at " + PriceLine.words(plan.after())).orElse("");
  }

  private void titles(FactKind kind, int weight, Noun noun) {
    List<FactChange> changed = select(kind);
    for (ChangeKind change : ChangeKind.values()) {
      List<FactChange> same = changed.stream().filter(fact -> fact.kind() == change).toList();
      if (!same.isEmpty()) {
        lines.add(titleLine(change, weight, noun, same));
      }
    }
  }

  private static Line titleLine(ChangeKind kind, int weight, Noun noun, List<FactChange> facts) {
    if (facts.size() == 1) {
      return oneTitle(kind, weight, noun, facts.getFirst());
    }
    String counted =
        switch (kind) {
          case ADDED -> facts.size() + " new " + noun.many();
          case REMOVED -> facts.size() + " " + noun.many() + " removed";
          case MODIFIED -> facts.size() + " " + noun.many() + " changed";
          case MOVED -> facts.size() + " " + noun.many() + " moved";
        };
    // Openings are read as a number first; what is wanted stands in the summary.
    String brief =
        facts.getFirst().factKind() == FactKind.JOB_OPENING
            ? counted
            : counted + ": " + joined(facts, TITLES_IN_HEADLINE);
    double rank = weight(kind, weight) + Math.min(facts.size(), 10) / 10.0;
    return new Line(rank, brief, counted + ": " + joined(facts, TITLES_IN_SUMMARY));
  }

  private static Line oneTitle(ChangeKind kind, int weight, Noun noun, FactChange fact) {
    String title = Excerpt.of(fact.subject(), SUBJECT);
    String text =
        switch (kind) {
          case ADDED -> "New " + noun.one() + ": " + title;
          case REMOVED -> noun.titled() + " removed: " + title;
          case MODIFIED -> noun.titled() + " changed: " + title + ", " + values(fact);
          case MOVED -> noun.titled() + " moved: " + title;
        };
    return Line.of(weight(kind, weight), text);
  }

  private static double weight(ChangeKind kind, int weight) {
    return switch (kind) {
      case ADDED -> weight;
      case REMOVED -> weight - 1;
      case MODIFIED -> weight - 2;
      case MOVED -> 1;
    };
  }

  private static String values(FactChange fact) {
    FactValue before = fact.before();
    FactValue after = fact.after();
    String field = Excerpt.of(fact.field(), VALUE);
    if (before != null && after != null) {
      return field + " " + Excerpt.change(before.text(), after.text(), VALUE);
    }
    if (after != null) {
      return field + " is now " + Excerpt.quoted(after.text(), VALUE);
    }
    return field + " is gone";
  }

  private static String joined(List<FactChange> facts, int most) {
    List<String> titles =
        facts.stream().map(fact -> Excerpt.of(fact.subject(), SUBJECT)).distinct().toList();
    String shown = String.join("; ", titles.subList(0, Math.min(most, titles.size())));
    return titles.size() > most ? shown + "; …" : shown;
  }

  private List<FactChange> select(FactKind kind) {
    return facts.stream().filter(fact -> fact.factKind() == kind).toList();
  }

  private Noun postNoun() {
    return source == SourceKind.CHANGELOG
        ? new Noun("release note", "release notes")
        : new Noun("post", "posts");
  }

  private record Noun(String one, String many) {
    String titled() {
      return Character.toUpperCase(one.charAt(0)) + one.substring(1);
    }
  }
}
