package io.competitoriq.process.change;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.process.change.Findings.Settled;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.ignore.Ignoring;
import io.competitoriq.process.noise.TextKey;
import io.competitoriq.process.noise.Volatility;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says of candidates whether a new version confirms them.
final class Settlement {

  private final Set<String> said;
  private final Set<String> came = new HashSet<>();
  private final Set<String> went = new HashSet<>();
  private final Volatility volatility;
  private final ToldPosts posts;
  private final ToldElsewhere elsewhere;
  private final Ignoring ignoring;

  /// @param steps from the version that showed the candidates
  Settlement(
      Version now,
      List<Step> steps,
      Volatility volatility,
      ToldPosts posts,
      ToldElsewhere elsewhere,
      Ignoring ignoring) {
    this.said =
        now.blocks().stream().map(block -> TextKey.of(block.text())).collect(Collectors.toSet());
    this.volatility = volatility;
    this.posts = posts;
    this.elsewhere = elsewhere;
    this.ignoring = ignoring;
    for (Step step : steps) {
      if (step.kind() != null && step.kind() != ChangeKind.MOVED) {
        remember(key(step.before()), key(step.after()));
      }
    }
  }

  private void remember(@Nullable String before, @Nullable String after) {
    if (after != null && !after.equals(before)) {
      came.add(after);
    }
    if (before != null && !before.equals(after)) {
      went.add(before);
    }
  }

  private static @Nullable String key(@Nullable Block block) {
    return block == null ? null : TextKey.of(block.text());
  }

  /// Those of which more can be said now than that they wait.
  List<Settled> of(List<Candidate> candidates) {
    return candidates.stream().map(this::of).flatMap(Optional::stream).toList();
  }

  private Optional<Settled> of(Candidate open) {
    List<Hunk> shown = open.hunks().stream().filter(this::holds).toList();
    List<Hunk> own = shown.stream().filter(hunk -> !posts.tells(hunk.text())).toList();
    List<Hunk> held = own.stream().filter(hunk -> elsewhere.where(hunk.text()).isEmpty()).toList();
    if (held.isEmpty() && !own.isEmpty()) {
      String url = elsewhere.where(own.getFirst().text()).orElseThrow();
      return Optional.of(suppressed(open, "Told already by " + url + "."));
    }
    if (held.isEmpty()) {
      return Optional.of(
          suppressed(
              open,
              shown.isEmpty()
                  ? "The next visit no longer showed it, or showed a text known to come and go."
                  : "It repeats the title of a post that is told already."));
    }
    List<Hunk> wanted = RuleSieve.wanted(held, ignoring);
    if (wanted.isEmpty()) {
      return Optional.of(suppressed(open, RuleSieve.SILENCED));
    }
    boolean early =
        wanted.stream().allMatch(hunk -> hunk.mayBeVariant() && !hunk.stays(volatility));
    return early
        ? Optional.empty()
        : Optional.of(
            new Settled(
                open.changeId(),
                ChangeStatus.CONFIRMED,
                "The next visit showed the same.",
                wanted));
  }

  /// Whether this version still says so, and the place has not turned out to be volatile. A page
  /// may say the same in several places.
  private boolean holds(Hunk hunk) {
    String before = hunk.beforeKey();
    String after = hunk.afterKey();
    if (after == null) {
      return before != null && !came.contains(before) && !volatility.comesAndGoes(before);
    }
    return said.contains(after)
        && !went.contains(after)
        && !volatility.comesAndGoes(after)
        && !(before != null && volatility.isVolatile(hunk.slot(), after));
  }

  static Settled suppressed(Candidate open, String reason) {
    return new Settled(open.changeId(), ChangeStatus.SUPPRESSED, reason, List.of());
  }
}
