package io.competitoriq.process.fact;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.fact.Heirs.Heir;
import io.competitoriq.process.noise.Volatile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares the facts of a version with those known, key by key.
public final class FactDiff {

  private static final int POSTS_KNOWN = 3;
  private static final int SEVERAL = 2;

  /// How long a page that states nothing any more keeps its facts.
  private static final Duration DOUBT = Duration.ofDays(30);

  private final Map<String, KnownFact> known;
  private final Map<String, FactDraft> stated;
  private final String page;
  private final String text;
  private final Instant at;
  private final List<UUID> seen = new ArrayList<>();
  private final List<UUID> missing = new ArrayList<>();
  private final List<UUID> closed = new ArrayList<>();
  private final List<FactDraft> opened = new ArrayList<>();
  private final List<Heir> heirs = new ArrayList<>();
  private final List<Delta> deltas = new ArrayList<>();

  private FactDiff(List<KnownFact> known, List<FactDraft> stated, String text, Instant at) {
    this.known = byKey(known, KnownFact::key);
    this.stated = byKey(stated, FactDraft::key);
    this.page = text;
    this.text = text.toLowerCase(Locale.ROOT);
    this.at = at;
  }

  /// @param text of the new version; a fact whose subject is still named there may only be misread
  /// @param at when the new version was fetched
  public static FactUpdate of(
      List<KnownFact> known, List<FactDraft> stated, String text, Instant at) {
    FactDiff diff = new FactDiff(known, stated, text, at);
    diff.compare();
    return new FactUpdate(
        diff.seen, diff.missing, diff.closed, diff.opened, diff.heirs, diff.deltas);
  }

  private void compare() {
    List<KnownFact> gone = new ArrayList<>();
    for (KnownFact before : known.values()) {
      FactDraft after = stated.get(before.key());
      if (after == null) {
        gone.add(before);
      } else if (after.quote() == null || sameValue(before.value(), after.value())) {
        keep(before, after);
      } else {
        replace(before, after);
      }
    }
    List<FactDraft> fresh =
        stated.values().stream()
            .filter(fact -> !known.containsKey(fact.key()))
            .collect(Collectors.toCollection(ArrayList::new));
    for (Heir heir : Heirs.of(gone, fresh)) {
      replace(heir.before(), heir.after());
      gone.remove(heir.before());
      fresh.remove(heir.after());
    }
    gone.forEach(collapsed() ? this::doubt : this::vanish);
    fresh.forEach(this::open);
  }

  /// Terms of an offer and details of a subject are stored anew when they change; they are no news
  /// by themselves, for the words that tell them are.
  private void keep(KnownFact before, FactDraft after) {
    boolean same =
        Objects.equals(before.terms(), after.terms())
            && ToldDetails.same(before.details(), after.details(), page);
    if (after.quote() == null || same) {
      seen.add(before.id());
    } else {
      closed.add(before.id());
      opened.add(after);
      heirs.add(new Heir(before, after));
    }
  }

  private void replace(KnownFact before, FactDraft after) {
    closed.add(before.id());
    opened.add(after);
    heirs.add(new Heir(before, after));
    // A renamed plan is told by its PLAN fact; what it costs and includes is what it was.
    if (!sameValue(before.value(), after.value())) {
      tell(new Delta(ChangeKind.MODIFIED, before, after));
    }
  }

  private void tell(Delta delta) {
    KnownFact before = delta.before();
    FactDraft after = delta.after();
    boolean told =
        before != null && FactNews.tells(delta.kind(), before.kind())
            || before == null && after != null && FactNews.tells(delta.kind(), after.kind());
    if (told) {
      deltas.add(delta);
    }
  }

  /// Whether nothing is left of several facts of a kind, nor of any other. Such a page was rather
  /// rebuilt than emptied.
  private boolean collapsed() {
    return stated.values().stream().noneMatch(fact -> isTelling(fact.kind()))
        && known.values().stream()
            .filter(fact -> isTelling(fact.kind()))
            .collect(Collectors.groupingBy(KnownFact::kind, Collectors.counting()))
            .values()
            .stream()
            .anyMatch(facts -> facts >= SEVERAL);
  }

  /// Posts go by themselves, and what a page's frame says is there even when its content is not.
  private static boolean isTelling(FactKind kind) {
    return kind != FactKind.POST && !FactNews.isQuiet(kind);
  }

  /// The facts of a collapsed page are missing, not removed; in the end they go without a word, for
  /// the texts that left the page were told when they did.
  private void doubt(KnownFact before) {
    Instant since = before.missingSince();
    if (before.kind() == FactKind.POST) {
      return;
    }
    if (since == null) {
      missing.add(before.id());
    } else if (since.plus(DOUBT).isBefore(at)) {
      closed.add(before.id());
    }
  }

  /// Posts leave the front page without ceasing to exist. Anything else is gone when the page still
  /// lists its like and names it no more, or when it is missing for the second time.
  private void vanish(KnownFact before) {
    if (before.kind() == FactKind.POST) {
      return;
    }
    boolean others = stated.values().stream().anyMatch(fact -> fact.kind() == before.kind());
    boolean unnamed = !text.contains(before.subject().toLowerCase(Locale.ROOT));
    if (before.missingSince() != null || others && unnamed) {
      closed.add(before.id());
      tell(new Delta(ChangeKind.REMOVED, before, null));
    } else {
      missing.add(before.id());
    }
  }

  private void open(FactDraft after) {
    opened.add(after);
    if (after.isShown() && !isOldPost(after)) {
      tell(new Delta(ChangeKind.ADDED, null, after));
    }
  }

  /// A list that shows more than before shows older posts; they are no news.
  private boolean isOldPost(FactDraft post) {
    Instant published = post.validFrom();
    List<KnownFact> posts =
        known.values().stream().filter(fact -> fact.kind() == FactKind.POST).toList();
    Optional<Instant> oldest = posts.stream().map(KnownFact::validFrom).min(Instant::compareTo);
    return post.kind() == FactKind.POST
        && published != null
        && posts.size() >= POSTS_KNOWN
        && oldest.filter(published::isBefore).isPresent();
  }

  /// Amounts decide where there are any; words decide otherwise, without what changes by itself.
  static boolean sameValue(FactValue before, FactValue after) {
    if (before.amountMinor() != null || after.amountMinor() != null) {
      return Objects.equals(before.amountMinor(), after.amountMinor())
          && Objects.equals(before.currency(), after.currency())
          && before.period() == after.period();
    }
    return Volatile.masked(before.text()).equals(Volatile.masked(after.text()));
  }

  private static <T> Map<String, T> byKey(List<T> facts, Function<T, String> key) {
    Map<String, T> byKey = new LinkedHashMap<>();
    facts.forEach(fact -> byKey.putIfAbsent(key.apply(fact), fact));
    return byKey;
  }

  /// What happened to one fact.
  public record Delta(ChangeKind kind, @Nullable KnownFact before, @Nullable FactDraft after) {}

  /// What to store.
  ///
  /// @param seen still true: refresh
  /// @param missing not shown for the first time: remember since when
  /// @param closed no longer true
  /// @param opened true from now on
  /// @param heirs which of them continue a closed one, under its name or another
  /// @param deltas what of it is worth telling
  public record FactUpdate(
      List<UUID> seen,
      List<UUID> missing,
      List<UUID> closed,
      List<FactDraft> opened,
      List<Heir> heirs,
      List<Delta> deltas) {

    /// Nothing is known yet: all facts are opened, none is news.
    public static FactUpdate baseline(List<FactDraft> stated) {
      return new FactUpdate(List.of(), List.of(), List.of(), stated, List.of(), List.of());
    }

    /// Nothing changes.
    public static FactUpdate none() {
      return baseline(List.of());
    }

    /// The same, and nothing of it is news.
    public FactUpdate silent() {
      return new FactUpdate(seen, missing, closed, opened, heirs, List.of());
    }
  }
}
