package io.competitoriq.analysis.signal;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Instants;
import io.competitoriq.http.Problems;
import io.competitoriq.messages.Category;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which signals a list or a count is about, as a condition on the entity `s` and its values. Every
/// value is bound, none is written into the query.
///
/// @param condition HQL about `s`, never empty
/// @param patterns those of its values that headline or summary must contain, as `ilike` takes them
record SignalFilter(String condition, Map<String, Object> values, List<String> patterns) {

  private static final int LONGEST_SEARCH = 200;

  /// Of the signals of one story that a filter lets through, the weightiest speaks for all, then
  /// the earliest: whatever order they came in, it is the same one.
  private static final String SPEAKS_FOR_ITS_STORY =
      """
      and not exists (select 1 from Signal o where o.storyId = s.storyId and %s
      and (o.significance > s.significance or (o.significance = s.significance
      and (o.occurredAt < s.occurredAt or (o.occurredAt = s.occurredAt
      and o.changeId < s.changeId)))))\
      """;

  /// @throws io.competitoriq.http.ProblemException 400 naming the parameter that makes no sense
  ///
  /// @param memberId who `me` is
  static SignalFilter of(SignalQuery query, UUID memberId) {
    var filter = new Builder();
    filter.equal("competitorId", id("competitorId", query.competitorId()));
    filter.in("category", all("category", query.category(), Category.class));
    filter.in("severity", all("severity", query.severity(), Severity.class));
    filter.in("triage", all("triage", query.triage(), Triage.class));
    filter.since(instant("since", query.since()));
    filter.search(query.q());
    filter.assignee(query.assignee(), memberId);
    filter.mentioned(query.mentioned(), memberId);
    filter.equal("storyId", id("storyId", query.storyId()));
    return query.collapsed() ? filter.build().collapsed() : filter.build();
  }

  /// One signal of each story only.
  private SignalFilter collapsed() {
    String ofOthers = condition.replace("s.", "o.");
    return new SignalFilter(
        condition + " " + SPEAKS_FOR_ITS_STORY.formatted(ofOthers), values, patterns);
  }

  /// Older than the cursor, newest first.
  SignalFilter after(Cursor cursor) {
    Map<String, Object> more = new HashMap<>(values);
    more.put("at", cursor.at());
    more.put("id", cursor.id());
    return new SignalFilter(
        condition + " and (s.detectedAt < :at or (s.detectedAt = :at and s.id < :id))",
        more,
        patterns);
  }

  /// The same, where it is known that none but these contain its words.
  SignalFilter among(List<UUID> ids) {
    if (ids.isEmpty()) {
      return new SignalFilter(condition + " and 1 = 0", values, List.of());
    }
    Map<String, Object> more = new HashMap<>(values);
    more.put("found", ids);
    return new SignalFilter(condition + " and s.id in :found", more, List.of());
  }

  private static @Nullable UUID id(String field, @Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw Problems.badField("filter-invalid", field, field + " must be a UUID.");
    }
  }

  private static @Nullable Instant instant(String field, @Nullable String text) {
    try {
      return text == null || text.isBlank()
          ? null
          : Instants.requireStorable(field, Instant.parse(text));
    } catch (DateTimeParseException malformed) {
      throw Problems.badField(
          "filter-invalid", field, field + " must be a time such as 2026-11-23T08:00:00Z.");
    }
  }

  private static <E extends Enum<E>> List<E> all(String field, List<String> names, Class<E> type) {
    List<E> known = Arrays.asList(type.getEnumConstants());
    return names.stream()
        .flatMap(name -> Arrays.stream(name.split(",")))
        .map(name -> name.strip().toUpperCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .map(name -> known.stream().filter(e -> e.name().equals(name)).findFirst())
        .map(found -> found.orElseThrow(() -> unknown(field, known)))
        .distinct()
        .toList();
  }

  private static <E extends Enum<E>> RuntimeException unknown(String field, List<E> known) {
    String names = known.stream().map(Enum::name).collect(Collectors.joining(", "));
    return Problems.badField("filter-invalid", field, field + " must be one of " + names + ".");
  }

  private static final class Builder {

    private final StringBuilder condition = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> patterns = new ArrayList<>();

    private void equal(String field, @Nullable Object value) {
      if (value != null) {
        condition.append(" and s.").append(field).append(" = :").append(field);
        values.put(field, value);
      }
    }

    private void in(String field, List<?> wanted) {
      if (!wanted.isEmpty()) {
        condition.append(" and s.").append(field).append(" in :").append(field);
        values.put(field, wanted);
      }
    }

    private void since(@Nullable Instant since) {
      if (since != null) {
        condition.append(" and s.detectedAt >= :since");
        values.put("since", since);
      }
    }

    /// Every word must occur in headline or summary, in any case.
    private void search(@Nullable String q) {
      String text = q == null ? "" : q.strip();
      if (text.length() > LONGEST_SEARCH) {
        throw Problems.badField("filter-invalid", "q", "q must have at most 200 characters.");
      }
      String[] words = text.isEmpty() ? new String[0] : text.split("\\s+", 8);
      for (int i = 0; i < words.length; i++) {
        String name = "word" + i;
        condition.append(
            " and (s.headline ilike :%1$s escape '!' or s.summary ilike :%1$s escape '!')"
                .formatted(name));
        patterns.add("%" + words[i].replaceAll("([!%_])", "!$1") + "%");
        values.put(name, patterns.getLast());
      }
    }

    private void assignee(@Nullable String assignee, UUID memberId) {
      if ("none".equals(assignee)) {
        condition.append(" and s.assignee is null");
      } else {
        equal("assignee", "me".equals(assignee) ? memberId : id("assignee", assignee));
      }
    }

    private void mentioned(@Nullable String mentioned, UUID memberId) {
      UUID member = "me".equals(mentioned) ? memberId : id("mentioned", mentioned);
      if (member != null) {
        condition.append(
            " and exists (select 1 from SignalMention m"
                + " where m.signalId = s.id and m.memberId = :mentioned)");
        values.put("mentioned", member);
      }
    }

    private SignalFilter build() {
      return new SignalFilter(condition.toString(), Map.copyOf(values), List.copyOf(patterns));
    }
  }
}
