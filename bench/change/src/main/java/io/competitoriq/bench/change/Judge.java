package io.competitoriq.bench.change;

import static java.util.Objects.requireNonNull;

import io.competitoriq.bench.change.Verdict.Told;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.TextChange;
import io.competitoriq.process.Replay.Visit;
import io.competitoriq.process.change.ChangeStatus;
import io.competitoriq.process.change.Findings;
import io.competitoriq.process.change.Findings.Found;
import io.competitoriq.process.change.Findings.Settled;
import io.competitoriq.process.change.Hunk;
import io.competitoriq.process.change.Step;
import io.competitoriq.process.change.WordScript;
import io.competitoriq.process.content.Block;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what people would hear of: visits before the change teach, the next one shows it, one more
/// confirms it.
final class Judge {

  private Judge() {}

  /// Two pages and nothing else: the second is shown again by the confirmation visit.
  static Verdict pair(URI url, String before, String after) {
    return visits(url, List.of(before), after, after);
  }

  /// @param earlier the baseline and what else was seen before, at least one
  static Verdict visits(URI url, List<String> earlier, String after, String again) {
    Watch watch = new Watch(url);
    for (String page : earlier) {
      if (watch.visit(page) instanceof Visit.Incident(var why)) {
        return Verdict.unread(why.kind() + ": " + why.detail());
      }
    }
    return switch (watch.visit(after)) {
      case Visit.Incident(var why) -> Verdict.unread(why.kind() + ": " + why.detail());
      case Visit.Compared shown -> {
        List<Told> hunks = new ArrayList<>();
        facts(shown.findings(), hunks);
        if (watch.visit(again) instanceof Visit.Compared confirmed) {
          facts(confirmed.findings(), hunks);
          texts(confirmed.findings(), hunks);
        }
        yield new Verdict(!hunks.isEmpty(), null, hunks, ignored(shown.steps()));
      }
    };
  }

  private static void facts(Findings findings, List<Told> hunks) {
    for (Found found : findings.found()) {
      if (found.status() == ChangeStatus.CONFIRMED) {
        found.facts().forEach(fact -> hunks.add(told(fact)));
        found.texts().forEach(text -> hunks.add(told(text)));
      }
    }
  }

  private static void texts(Findings findings, List<Told> hunks) {
    for (Settled settled : findings.settled()) {
      if (settled.status() == ChangeStatus.CONFIRMED) {
        settled.hunks().stream().map(Hunk::text).forEach(text -> hunks.add(told(text)));
      }
    }
  }

  private static Told told(FactChange fact) {
    return new Told(
        fact.kind(), fact.subject(), words(fact.before()), words(fact.after()), null, null);
  }

  private static Told told(TextChange text) {
    return new Told(
        text.kind(), null, text.before(), text.after(), script(text.before(), text.after()), null);
  }

  private static List<Told> ignored(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.kind() != null && step.ignoredBy() != null)
        .map(
            step ->
                new Told(
                    requireNonNull(step.kind()),
                    null,
                    text(step.before()),
                    text(step.after()),
                    null,
                    step.ignoredBy()))
        .toList();
  }

  private static @Nullable String words(@Nullable FactValue value) {
    return value == null ? null : value.text();
  }

  private static @Nullable String text(@Nullable Block block) {
    return block == null ? null : block.text();
  }

  private static @Nullable String script(@Nullable String before, @Nullable String after) {
    return before == null || after == null ? null : WordScript.between(before, after).toString();
  }
}
