package io.competitoriq.process.fact.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteFinder;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import io.competitoriq.process.fact.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Openings in the JSON of job boards: Greenhouse, Lever, Ashby, Workable, Recruitee,
/// SmartRecruiters and what is built like theirs. An object is an opening when it has a title and
/// at least two of place, department, employment and an address of its own.
final class BoardData {

  private static final int DEEPEST = 14;
  private static final int MOST_OPENINGS = 1000;
  private static final int NEAR = 14;
  private static final int ENOUGH = 2;

  private static final List<String> TITLES =
      List.of("title", "text", "jobTitle", "job_title", "positionTitle", "jobOpeningName", "name");
  private static final List<String> LINKS =
      List.of(
          "absolute_url",
          "hostedUrl",
          "jobUrl",
          "careers_url",
          "url",
          "shortlink",
          "jobPath",
          "externalLink");
  private static final List<String> APPLIES =
      List.of("applyUrl", "apply_url", "application_url", "careers_apply_url");
  private static final List<String> PLACES =
      List.of("location", "locationName", "city", "locations", "offices");
  private static final List<String> DEPARTMENTS =
      List.of("departmentName", "department", "departments", "team", "teamName", "function");
  private static final List<String> EMPLOYMENTS =
      List.of(
          "employmentType",
          "employment_type",
          "commitment",
          "typeOfEmployment",
          "employment_type_code",
          "employmentStatusLabel",
          "type",
          "schedule");

  private final Content content;
  private final List<Opening> openings = new ArrayList<>();

  private BoardData(Content content) {
    this.content = content;
  }

  /// @param content of the same page or answer, for the words that show an opening
  static List<Opening> read(JsonNode root, Content content) {
    BoardData data = new BoardData(content);
    data.walk(root, 0);
    return data.openings;
  }

  private void walk(JsonNode node, int depth) {
    if (depth > DEEPEST || openings.size() >= MOST_OPENINGS) {
      return;
    }
    if (node.isObject() && isOpening(node)) {
      openings.add(opening(node));
    } else {
      node.forEach(child -> walk(child, depth + 1));
    }
  }

  private static boolean isOpening(JsonNode node) {
    String title = first(node, TITLES);
    if (title.isEmpty() || Texts.words(title) > 14 || node.has("price") || node.has("email")) {
      return false;
    }
    int signs = 0;
    for (List<String> keys : List.of(PLACES, DEPARTMENTS, EMPLOYMENTS, LINKS)) {
      signs += first(categories(node), keys).isEmpty() && first(node, keys).isEmpty() ? 0 : 1;
    }
    boolean placed = !first(node, PLACES).isEmpty() || !first(categories(node), PLACES).isEmpty();
    return placed && signs >= ENOUGH && (signs > ENOUGH || Titles.namesRole(title));
  }

  /// Lever keeps place, department and commitment one level down.
  private static JsonNode categories(JsonNode node) {
    return node.path("categories");
  }

  private Opening opening(JsonNode node) {
    String title = first(node, TITLES);
    int at = index(title);
    Details details = new Details();
    String place = place(node);
    details.add(DetailKind.LOCATION, place, near(at, place.split(",", 2)[0]));
    workplace(node, place).ifPresent(it -> details.add(DetailKind.WORKPLACE, it.name(), null));
    Stream.of(first(node, EMPLOYMENTS), first(categories(node), EMPLOYMENTS))
        .flatMap(text -> Employment.in(text.replace('_', ' ')).stream())
        .findFirst()
        .ifPresent(it -> details.add(DetailKind.EMPLOYMENT, it.name(), null));
    String department =
        Stream.of(first(node, DEPARTMENTS), first(categories(node), DEPARTMENTS))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    details.add(DetailKind.DEPARTMENT, department, near(at, department));
    pay(node).ifPresent(pay -> OpeningDetails.pay(details, pay, near(at, pay.words())));
    String link = first(node, LINKS);
    String apply = first(node, APPLIES);
    details.add(DetailKind.APPLY_URL, apply.equals(link) ? "" : apply, null);
    Quote quote =
        at < 0 ? null : QuoteFinder.in(content.sourced().get(at).block(), title).orElse(null);
    return new Opening(
        title, quote, link.startsWith("http") ? link : null, details.list(), Method.DATA);
  }

  private static String place(JsonNode node) {
    String place = first(node, PLACES);
    String found = place.isEmpty() ? first(categories(node), PLACES) : place;
    JsonNode where = node.path("location");
    String country = where.isObject() ? where.path("country").asText("") : "";
    return country.isEmpty() || found.contains(country) ? found : found + ", " + country;
  }

  private static Optional<Workplace> workplace(JsonNode node, String place) {
    if (node.path("hybrid").asBoolean(false)) {
      return Optional.of(Workplace.HYBRID);
    }
    boolean remote =
        Stream.of("remote", "isRemote", "telecommuting", "is_remote")
            .anyMatch(key -> node.path(key).asBoolean(false));
    Optional<Workplace> named =
        Stream.of("workplaceType", "workplace", "workplace_type", "remoteStatus")
            .flatMap(key -> Workplace.in(node.path(key).asText("").replace('_', '-')).stream())
            .findFirst();
    return named
        .or(() -> remote ? Optional.of(Workplace.REMOTE) : Optional.empty())
        .or(() -> Workplace.in(place));
  }

  private static Optional<Pay> pay(JsonNode node) {
    for (String key : List.of("salaryRange", "salary", "salary_range", "payRange")) {
      JsonNode salary = node.path(key);
      Optional<BigDecimal> min = StatedOpenings.number(salary.path("min"));
      Optional<BigDecimal> max = StatedOpenings.number(salary.path("max")).or(() -> min);
      String currency = salary.path("currency").asText("").toUpperCase(Locale.ROOT);
      PayPeriod period =
          PayPeriod.in(salary.path("interval").asText(salary.path("period").asText("")))
              .orElse(null);
      if (min.isPresent() && max.isPresent() && !currency.isEmpty()) {
        String words = StatedOpenings.range(min.get(), max.get()) + " " + currency;
        return Pay.of(words, min.get(), max.get(), currency, period);
      }
    }
    return Stream.of("compensationTierSummary", "salary_description", "salary")
        .map(key -> node.path(key).asText(node.path("compensation").path(key).asText("")))
        .flatMap(text -> Pay.in(text).stream())
        .findFirst();
  }

  /// The first of the keys that holds words: a text, or the name of an object or of a list's first.
  private static String first(JsonNode node, List<String> keys) {
    for (String key : keys) {
      String words = words(node.path(key));
      if (!words.isEmpty()) {
        return words;
      }
    }
    return "";
  }

  private static String words(JsonNode value) {
    if (value.isArray()) {
      return value.isEmpty() ? "" : words(value.get(0));
    }
    if (value.isObject()) {
      return first(value, List.of("name", "label", "fullLocation", "location_str", "city"));
    }
    return value.isTextual() ? Texts.collapse(value.asText()) : "";
  }

  private int index(String title) {
    List<SourcedBlock> blocks = content.sourced();
    for (int i = 0; i < blocks.size(); i++) {
      if (QuoteFinder.in(blocks.get(i).block(), title).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Quote near(int at, String words) {
    if (at < 0 || words.isBlank()) {
      return null;
    }
    List<SourcedBlock> blocks = content.sourced();
    int from = Math.max(0, at - NEAR);
    int to = Math.min(blocks.size(), at + NEAR);
    return QuoteFinder.in(blocks.subList(at, to), words)
        .or(() -> QuoteFinder.in(blocks.subList(from, at), words))
        .orElse(null);
  }
}
