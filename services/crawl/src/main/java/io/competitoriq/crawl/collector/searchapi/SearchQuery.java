package io.competitoriq.crawl.collector.searchapi;

import io.competitoriq.crawl.collector.JsonPath;
import io.competitoriq.crawl.collector.Options;
import io.competitoriq.crawl.collector.searchapi.SearchEngine.Need;
import io.competitoriq.crawl.collector.searchapi.SearchEngine.Paging;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a source asks a search engine.
///
/// @param pages most pages that are read, one credit each
/// @param omit paths left out of every item, besides the engine's own
record SearchQuery(
    SearchEngine engine, Map<String, String> parameters, int pages, List<String> omit) {
  private static final int MOST_PAGES = 10;
  private static final int LONGEST_VALUE = 2000;
  private static final int MOST_TERMS = 5;

  SearchQuery {
    parameters = new TreeMap<>(parameters);
    omit = List.copyOf(omit);
  }

  /// Reads the options of a source; what is wrong with them is told to `given`. Empty when it is
  /// not even clear which engine is meant.
  static Optional<SearchQuery> read(Options given) {
    String name = given.requiredText("engine", "name one, like google_news");
    Optional<SearchEngine> engine = SearchEngine.named(name);
    if (engine.isEmpty()) {
      if (!name.isEmpty()) {
        given.wrong(
            "there is no engine '%s'; there are %s"
                .formatted(
                    name,
                    String.join(
                        ", ",
                        Arrays.stream(SearchEngine.values()).map(SearchEngine::label).toList())));
      }
      return Optional.empty();
    }
    int pages = given.number("pages", 1, 1, MOST_PAGES);
    List<String> omit = given.texts("omit");
    SearchQuery query = new SearchQuery(engine.get(), given.rest(), pages, omit);
    query.problems().forEach(given::wrong);
    return Optional.of(query);
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    missing().ifPresent(problems::add);
    parameters.forEach((name, value) -> objection(name, value).ifPresent(problems::add));
    if (pages > 1 && engine.paging == Paging.NONE) {
      problems.add("'pages': %s has one page only".formatted(engine.label()));
    }
    for (String path : omit) {
      try {
        JsonPath.parse(path);
      } catch (IllegalArgumentException wrong) {
        problems.add("omit: " + wrong.getMessage());
      }
    }
    problems.addAll(together());
    return problems;
  }

  private Optional<String> missing() {
    Need need = engine.need;
    List<String> absent =
        need.names().stream().filter(name -> !parameters.containsKey(name)).toList();
    boolean enough = need.all() ? absent.isEmpty() : absent.size() < need.names().size();
    if (enough) {
      return Optional.empty();
    }
    return Optional.of(
        need.all()
            ? "%s needs '%s'".formatted(engine.label(), String.join("' and '", absent))
            : "%s needs one of '%s'".formatted(engine.label(), String.join("', '", absent)));
  }

  private Optional<String> objection(String name, String value) {
    if (!engine.parameters.contains(name)) {
      return Optional.of(
          "%s does not know '%s'; it knows %s"
              .formatted(engine.label(), name, String.join(", ", engine.parameters)));
    }
    return value.length() > LONGEST_VALUE
        ? Optional.of("'%s' is longer than %d characters".formatted(name, LONGEST_VALUE))
        : Parameter.objection(name, value);
  }

  /// What does not go together.
  private List<String> together() {
    List<String> problems = new ArrayList<>();
    if (parameters.containsKey("location") && parameters.containsKey("uule")) {
      problems.add("'location' and 'uule' say the same: give one of them");
    }
    if (engine == SearchEngine.GOOGLE_TRENDS) {
      int terms = parameters.getOrDefault("q", "").split(",").length;
      if (parameters.getOrDefault("data_type", "").startsWith("RELATED_") && terms > 1) {
        problems.add("related queries and topics are told of one term only: 'q' names " + terms);
      }
      if (terms > MOST_TERMS) {
        problems.add("'q' names %d terms, Google Trends compares %d".formatted(terms, MOST_TERMS));
      }
    }
    boolean place = parameters.containsKey("location_id");
    if (place != parameters.containsKey("location_name")
        || place != parameters.containsKey("location_type")) {
      problems.add("'location_id', 'location_name' and 'location_type' go together");
    }
    return problems;
  }
}
