package io.competitoriq.analysis.digest;

import io.competitoriq.analysis.digest.EditionContent.Group;
import io.competitoriq.analysis.digest.EditionContent.Story;
import io.competitoriq.analysis.digest.StoryRows.Found;
import io.competitoriq.analysis.digest.StoryRows.Told;
import io.competitoriq.analysis.digest.StoryRows.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the words of an edition. Pure: the same rows make the same edition.
final class Editorial {

  private static final int NAMED = 3;

  private Editorial() {}

  /// What an edition is about.
  record Brief(
      String name,
      Audience audience,
      Selection selection,
      Cadence cadence,
      Instant from,
      Instant to) {}

  static EditionContent write(
      Brief brief, Found found, List<Watched> watched, @Nullable Checked checked, int changes) {
    List<Group> groups = groups(found.stories());
    Set<UUID> heard = groups.stream().map(Group::competitorId).collect(Collectors.toSet());
    return new EditionContent(
        brief.name(),
        brief.audience(),
        brief.cadence().zone(),
        brief.from(),
        brief.to(),
        headline(brief, found),
        selection(brief.selection(), names(brief.selection(), watched)),
        found.signals(),
        found.all(),
        groups,
        found.all() - found.stories().size(),
        watched.stream().filter(each -> !heard.contains(each.id())).map(Watched::name).toList(),
        checked,
        checks(checked, changes),
        basis(found.stories()));
  }

  private static List<Group> groups(List<Told> stories) {
    Map<UUID, List<Story>> byCompetitor = new LinkedHashMap<>();
    Map<UUID, String> names = new LinkedHashMap<>();
    for (Told told : stories) {
      names.putIfAbsent(told.competitorId(), told.competitor());
      byCompetitor.computeIfAbsent(told.competitorId(), _ -> new ArrayList<>()).add(told.story());
    }
    return names.entrySet().stream()
        .map(
            each -> new Group(each.getKey(), each.getValue(), stories(byCompetitor, each.getKey())))
        .toList();
  }

  private static List<Story> stories(Map<UUID, List<Story>> byCompetitor, UUID competitor) {
    return byCompetitor.getOrDefault(competitor, List.of());
  }

  private static String headline(Brief brief, Found found) {
    if (found.stories().isEmpty()) {
      return "Nothing to tell of this " + period(brief) + ".";
    }
    Told first = found.stories().getFirst();
    String lead = first.competitor() + ": " + first.story().headline();
    int more = found.all() - 1;
    return more == 0
        ? lead
        : lead + ", and " + more + (more == 1 ? " more story" : " more stories");
  }

  /// A week, a day, or what lies between two editions after the times were changed.
  private static String period(Brief brief) {
    long hours = Duration.between(brief.from(), brief.to()).toHours();
    if (hours >= 167 && hours <= 169) {
      return "week";
    }
    return hours >= 23 && hours <= 25 ? "day" : "period";
  }

  private static List<String> names(Selection selection, List<Watched> watched) {
    return watched.stream()
        .filter(each -> selection.competitorIds().contains(each.id()))
        .map(Watched::name)
        .toList();
  }

  private static String selection(Selection selection, List<String> names) {
    String kinds =
        selection.categories().isEmpty()
            ? "Everything"
            : capital(
                selection.categories().stream()
                    .sorted()
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ")));
    String least =
        selection.leastSignificance() == 0
            ? ""
            : " with a significance of %d or more of 100".formatted(selection.leastSignificance());
    return kinds + " of " + whose(selection, names) + least + ".";
  }

  private static String whose(Selection selection, List<String> names) {
    if (selection.everybody()) {
      return "all competitors";
    }
    List<String> parts = new ArrayList<>();
    names.stream().limit(NAMED).forEach(parts::add);
    int unnamed = selection.competitorIds().size() - parts.size();
    if (unnamed > 0) {
      parts.add(count(unnamed, parts.isEmpty() ? "competitor" : "other competitor"));
    }
    if (!selection.tags().isEmpty()) {
      parts.add(
          "those tagged " + selection.tags().stream().sorted().collect(Collectors.joining(" or ")));
    }
    return String.join(", ", parts);
  }

  /// Says that we looked, and how far that can be trusted. A page whose bytes differ need not have
  /// changed: of every confirmed change there is one signal.
  private static String checks(@Nullable Checked checked, int changes) {
    if (checked == null) {
      return "What was checked could not be counted: the crawl service did not answer.";
    }
    if (checked.visits() == 0) {
      return "No source was visited in this period.";
    }
    long without = Math.max(0, checked.snapshots() + checked.unchanged() - changes);
    return "%s visited in %s: %s, %d the same as before, %s. %s confirmed, %s without one."
        .formatted(
            count(checked.sources(), "source"),
            count(checked.visits(), "visit"),
            count(checked.snapshots(), "new snapshot"),
            checked.unchanged(),
            count(checked.failures(), "failure"),
            count(changes, "change"),
            count(without, "visit"));
  }

  private static String basis(List<Told> stories) {
    return stories.stream().anyMatch(told -> told.story().whyItMatters() != null)
        ? "Written by rules from what was read. “Why it matters” is a language model's, as far as"
            + " its claims stood up to the quotes."
        : "Written by rules from what was read, without a language model.";
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
