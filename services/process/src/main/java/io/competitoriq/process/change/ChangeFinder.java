package io.competitoriq.process.change;

import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.TextChange;
import io.competitoriq.process.change.Findings.Found;
import io.competitoriq.process.change.Findings.Settled;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.fact.FactDiff;
import io.competitoriq.process.fact.FactDiff.FactUpdate;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.KnownFact;
import io.competitoriq.process.noise.Sighting;
import io.competitoriq.process.noise.TextKey;
import io.competitoriq.process.noise.Volatility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides what a new version of a source changes. Pure: history and version in, findings out.
///
/// A typed fact whose quote verifies is confirmed at once. A change of text only is a candidate
/// until the next version says the same, and the label of a button until several do. The first
/// version, and the first one read by another extractor, is a baseline. A version older than the
/// latest one changes nothing.
public final class ChangeFinder {

  private static final int MOST_SIGHTINGS = 400;

  private final Version now;
  private final Version then;
  private final SourceHistory history;
  private final Volatility volatility;
  private final ToldPosts posts;
  private final Supplier<UUID> ids;

  private ChangeFinder(Version now, Version then, SourceHistory history, Supplier<UUID> ids) {
    this.now = now;
    this.then = then;
    this.history = history;
    this.volatility = new Volatility(history.sightings(), history.visits() + 1);
    this.posts = new ToldPosts(history.posts(), then.fetchedAt());
    this.ids = ids;
  }

  /// @param listing whether the page lists entries that are facts of their own
  public static Findings find(
      Version now,
      List<FactDraft> facts,
      boolean listing,
      SourceHistory history,
      Supplier<UUID> ids) {
    Version then = history.latest();
    if (then != null && !then.fetchedAt().isBefore(now.fetchedAt())) {
      return Findings.nothing();
    }
    if (then == null) {
      return new Findings(FactUpdate.baseline(facts), List.of(), List.of(), List.of());
    }
    if (then.extractorVersion() != now.extractorVersion()) {
      return rebaseline(facts, history, now);
    }
    return new ChangeFinder(now, then, history, ids).compare(facts, listing);
  }

  /// What another reading of a page changes in its facts alone; its texts were told by the visit.
  ///
  /// @param then the version the known facts were read from; null: the first reading, a baseline
  public static Findings facts(
      Version now,
      @Nullable Version then,
      List<KnownFact> known,
      List<FactDraft> facts,
      Supplier<UUID> ids) {
    if (then == null || then.extractorVersion() != now.extractorVersion()) {
      FactUpdate update = FactDiff.of(known, facts, now.text(), now.fetchedAt());
      return new Findings(update.silent(), List.of(), List.of(), List.of());
    }
    SourceHistory history =
        new SourceHistory(then, known, List.of(), List.of(), List.of(), List.of(), 0);
    return new ChangeFinder(now, then, history, ids).compareFacts(facts);
  }

  private Findings compareFacts(List<FactDraft> facts) {
    FactUpdate update = FactDiff.of(history.facts(), facts, now.text(), now.fetchedAt());
    FactNewsFinder typed = new FactNewsFinder(now, volatility, ids);
    return new Findings(update, typed.found(update, typed.changes(update)), List.of(), List.of());
  }

  /// The way from the latest version to this one, step by step; what is no news says why. None when
  /// the two are not compared.
  public static List<Step> steps(Version now, boolean listing, SourceHistory history) {
    Version then = history.latest();
    return then == null
            || then.extractorVersion() != now.extractorVersion()
            || !then.fetchedAt().isBefore(now.fetchedAt())
        ? List.of()
        : new NoiseSieve(new Volatility(history.sightings(), history.visits() + 1), listing)
            .sift(BlockScript.between(then.blocks(), now.blocks()));
  }

  private static Findings rebaseline(List<FactDraft> facts, SourceHistory history, Version now) {
    FactUpdate update = FactDiff.of(history.facts(), facts, now.text(), now.fetchedAt());
    List<Settled> settled =
        history.candidates().stream()
            .map(
                open -> Settlement.suppressed(open, "The page was read anew by a newer extractor."))
            .toList();
    return new Findings(update.silent(), List.of(), settled, List.of());
  }

  private Findings compare(List<FactDraft> facts, boolean listing) {
    List<Step> steps =
        RuleSieve.sift(
            new NoiseSieve(volatility, listing)
                .sift(BlockScript.between(then.blocks(), now.blocks())),
            history.ignoring());
    FactUpdate update = FactDiff.of(history.facts(), facts, now.text(), now.fetchedAt());
    FactNewsFinder typed = new FactNewsFinder(now, volatility, ids);
    List<FactChange> factChanges = typed.changes(update);
    List<Found> found = new ArrayList<>(typed.found(update, factChanges));
    boolean otherCurrency = FactNewsFinder.isInOtherCurrency(update);
    Told told = new Told(then, now, otherCurrency ? List.of() : factChanges);
    Hunks hunks = new Hunks(then, now, ids);
    List<Hunk> news =
        steps.stream()
            .filter(Step::isNews)
            .filter(step -> !told.tells(step))
            .map(hunks::of)
            .filter(hunk -> !posts.tells(hunk.text()))
            .filter(onceUnderItsHeadings())
            .limit(RaiseSignal.MAX_TEXTS)
            .toList();
    if (!news.isEmpty()) {
      List<TextChange> texts = news.stream().map(Hunk::text).toList();
      found.add(
          new Found(
              ids.get(),
              Basis.TEXTS,
              ChangeStatus.CANDIDATE,
              "Waits for the next visit to show the same.",
              List.of(),
              texts,
              news));
    }
    return new Findings(
        update,
        found,
        history.candidates().isEmpty()
            ? List.of()
            : new Settlement(
                    now,
                    steps,
                    volatility,
                    posts,
                    new ToldElsewhere(history.told()),
                    history.ignoring())
                .of(history.candidates()),
        sightings(steps));
  }

  /// A page that shows one part twice, for wide and for narrow screens, says one thing.
  private static Predicate<Hunk> onceUnderItsHeadings() {
    Set<List<Object>> said = new HashSet<>();
    return hunk ->
        said.add(
            Arrays.asList(
                hunk.text().kind(), hunk.text().path(), hunk.beforeKey(), hunk.afterKey()));
  }

  /// What came and what went, ignored or not by variant; other noise has nothing to teach.
  private List<Sighting> sightings(List<Step> steps) {
    List<Sighting> seen = new ArrayList<>();
    for (Step step : steps) {
      boolean teaches =
          step.kind() != null
              && (step.ignoredBy() == null
                  || step.ignoredBy().equals(NoiseSieve.VARIANT)
                  || step.block().region() == Region.STATED);
      if (teaches && seen.size() < MOST_SIGHTINGS) {
        if (step.before() != null) {
          seen.add(
              new Sighting(
                  step.before().slot(), TextKey.of(step.before().text()), history.visits(), 0));
        }
        if (step.after() != null) {
          seen.add(
              new Sighting(
                  step.after().slot(), TextKey.of(step.after().text()), history.visits() + 1, 0));
        }
      }
    }
    return seen;
  }
}
