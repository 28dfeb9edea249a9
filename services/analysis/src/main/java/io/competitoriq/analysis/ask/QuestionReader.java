package io.competitoriq.analysis.ask;

import io.competitoriq.analysis.ask.Reading.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Understands a question by rules: whom, when, what. Pure; the same words are always understood
/// the same.
final class QuestionReader {

  private static final int MOST_TERMS = 10;

  private static final Pattern CHANGES =
      Pattern.compile(
          "\\b(chang(?:e|es|ed|ing)|what'?s new|what is new|anything new|happen(?:s|ed)|raise[sd]?|increase[sd]?|decrease[sd]?"
              + "|lower(?:s|ed)?|drop(?:s|ped)?|cut|add(?:s|ed)?|remove[sd]?|update[sd]?|moves?|moved|news|latest|did)\\b",
          Pattern.CASE_INSENSITIVE);

  /// Words for becoming different: they tell that changes are asked for, pages do not say them.
  private static final Pattern CHANGE_WORD =
      Pattern.compile(
          "chang(?:e|es|ed|ing)|happen(?:s|ed)|raise[sd]?|increase[sd]?|decrease[sd]?|lower(?:s|ed)?|dropp?(?:s|ed)?|cut|add(?:s|ed)?"
              + "|remove[sd]?|update[sd]?|moves?|moved|up|down|go|went|gone");

  /// Who or what a question about the market speaks of without a name.
  private static final Pattern MARKET =
      Pattern.compile(
          "\\b(competitors?|rivals?|they|them|their|anyone|anybody|everyone|everybody|who|which|market|vendors?|all of them|companies)\\b",
          Pattern.CASE_INSENSITIVE);

  /// What is asked of somebody who writes, reckons or foretells, not of somebody who has read.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)\\b(ignore (?:all|previous|the)|system prompt|your (?:instructions|prompt|rules)|write (?:me )?(?:a|an|the|some)\\b"
              + "|translate|poem|joke|recipe|weather|stock (?:price|market)|horoscope|who won|capital of|president of"
              + "|solve|calculate|python|javascript|source code|tell me a story|how are you|predict|forecast|will .* (?:next|in the future)"
              + "|medical|diagnos|lottery|password)");

  private final Collection<Known> known;
  private final ZoneId zone;
  private final Instant now;

  QuestionReader(Collection<Known> known, ZoneId zone, Clock clock) {
    this.known = known;
    this.zone = zone;
    this.now = clock.instant();
  }

  /// @param before the question it follows in its conversation; null when it is the first
  Reading read(String question, Scope scope, @Nullable Reading before) {
    Names.Mentioned mentioned = new Names(known).in(question);
    Period period = new Periods(zone, LocalDate.ofInstant(now, zone)).find(question).orElse(null);
    Set<Topic> topics = Topic.in(question);
    List<String> terms = terms(question, mentioned.words(), period, topics);
    List<Named> competitors = named(mentioned.competitors(), scope);
    boolean leans = before != null && (competitors.isEmpty() || topics.isEmpty());
    if (before != null && leans) {
      competitors =
          competitors.isEmpty() && !isOfAll(question) ? before.competitors() : competitors;
      topics = topics.isEmpty() ? before.topics() : topics;
    }
    boolean changes = CHANGES.matcher(question).find() && isOfChanges(question, period);
    return new Reading(
        question,
        competitors,
        later(period == null ? null : period.from(), scope.from()),
        earlier(period == null ? null : period.to(), scope.to()),
        period == null ? null : period.words(),
        topics,
        terms,
        changes,
        isAboutUs(question, mentioned, topics, scope, leans),
        leans);
  }

  /// "Did" asks for a change only together with a word of change or a time.
  private static boolean isOfChanges(String question, @Nullable Period period) {
    return period != null
        || Words.of(question).stream()
            .map(Words::folded)
            .anyMatch(
                word ->
                    CHANGE_WORD.matcher(word).matches()
                        || word.equals("new")
                        || word.equals("latest"));
  }

  private static boolean isAboutUs(
      String question, Names.Mentioned mentioned, Set<Topic> topics, Scope scope, boolean leans) {
    if (ELSEWHERE.matcher(question).find()) {
      return false;
    }
    return !mentioned.competitors().isEmpty()
        || !topics.isEmpty()
        || leans
        || !scope.competitorIds().isEmpty()
        || MARKET.matcher(question).find();
  }

  private static boolean isOfAll(String question) {
    return MARKET
        .matcher(question)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .anyMatch(word -> !word.startsWith("the") && !word.equals("which"));
  }

  private List<Named> named(List<Known> mentioned, Scope scope) {
    if (scope.competitorIds().isEmpty()) {
      return mentioned.stream().map(each -> new Named(each.id(), each.name())).toList();
    }
    Map<UUID, Known> byId =
        known.stream().collect(Collectors.toMap(Known::id, Function.identity(), (a, _) -> a));
    List<Named> narrowed =
        mentioned.stream()
            .filter(each -> scope.competitorIds().contains(each.id()))
            .map(each -> new Named(each.id(), each.name()))
            .toList();
    return narrowed.isEmpty()
        ? scope.competitorIds().stream()
            .map(id -> new Named(id, byId.containsKey(id) ? byId.get(id).name() : id.toString()))
            .toList()
        : narrowed;
  }

  /// Names of things first; words of the topic only when there is nothing else to look for.
  private static List<String> terms(
      String question, Set<String> names, @Nullable Period period, Set<Topic> topics) {
    String rest = period == null ? question : without(question, period.words());
    Set<String> telling = new LinkedHashSet<>();
    Set<String> topical = new LinkedHashSet<>();
    for (String word : Words.of(rest)) {
      String folded = Words.folded(word);
      if (names.contains(word)
          || Words.isEmpty(word)
          || folded.length() < 2 && !folded.matches("\\d")) {
        continue;
      }
      if (CHANGE_WORD.matcher(folded).matches()) {
        continue;
      }
      (Topic.isTopic(word) ? topical : telling)
          .add(folded.equals(word) ? word : word.replaceAll("['’]s$", ""));
    }
    List<String> terms = new ArrayList<>(telling);
    if (terms.isEmpty() && !topics.isEmpty()) {
      terms.addAll(topical);
    }
    return terms.stream().limit(MOST_TERMS).toList();
  }

  private static String without(String question, String words) {
    return Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE)
        .matcher(question)
        .replaceFirst(" ");
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }
}
