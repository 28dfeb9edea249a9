package io.competitoriq.crawl.collector.searchapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.crawl.collector.KeyTrouble;
import io.competitoriq.crawl.collector.Options;
import io.competitoriq.crawl.collector.ProviderCollector;
import io.competitoriq.crawl.collector.ProviderPage;
import io.competitoriq.crawl.collector.Work;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Collected.Kept;
import io.competitoriq.crawl.fetch.Collected.Rejected;
import io.competitoriq.crawl.provider.Provider;
import io.competitoriq.crawl.provider.ProviderKey;
import io.competitoriq.crawl.provider.ProviderKeys;
import io.competitoriq.crawl.provider.Purpose;
import io.competitoriq.crawl.provider.Spending;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.crawl.visit.VisitOutcome;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.seal.SealBroken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects a source by asking a search engine through SearchAPI.io, page by page.
@ApplicationScoped
class SearchApiCollector implements ProviderCollector {
  private final ProviderKeys keys;
  private final PaidPages pages;
  private final Spending spending;
  private final Work work;
  private final Clock clock;

  SearchApiCollector(
      ProviderKeys keys, PaidPages pages, Spending spending, Work work, Clock clock) {
    this.keys = keys;
    this.pages = pages;
    this.spending = spending;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Collector way() {
    return Collector.SEARCHAPI;
  }

  @Override
  public Uni<Collected> collect(Attempt attempt) {
    Options given = new Options(attempt.request().options());
    Optional<SearchQuery> query = SearchQuery.read(given);
    if (query.isEmpty() || !given.problems().isEmpty()) {
      return Uni.createFrom()
          .item(
              Rejected.because(
                  VisitOutcome.ERROR,
                  "The source does not say what to search for: "
                      + String.join("; ", given.problems())
                      + ".",
                  "Correct the source's options."));
    }
    return keys.of(attempt.workspaceId(), Provider.SEARCHAPI)
        .chain(
            key ->
                key.map(known -> collect(attempt, query.get(), known))
                    .orElseGet(() -> Uni.createFrom().item(KeyTrouble.missing(Provider.SEARCHAPI))))
        .onFailure(SealBroken.class)
        .recoverWithItem(
            failure -> KeyTrouble.unreadable(Provider.SEARCHAPI, (SealBroken) failure));
  }

  /// What was read so far, in one place for one visit.
  private record Reading(
      Purpose purpose, ProviderKey key, SearchQuery query, URI url, List<JsonNode> pages) {

    Reading with(JsonNode page) {
      List<JsonNode> more = new ArrayList<>(pages);
      more.add(page);
      return new Reading(purpose, key, query, url, more);
    }
  }

  private Uni<Collected> collect(Attempt attempt, SearchQuery query, ProviderKey key) {
    CollectSource request = attempt.request();
    Purpose purpose =
        new Purpose(
            attempt.workspaceId(),
            Provider.SEARCHAPI,
            request.sourceId(),
            attempt.jobId(),
            request.slot());
    return spending
        .assumeCharged(purpose, 1)
        .chain(() -> next(new Reading(purpose, key, query, request.url(), List.of()), Map.of()));
  }

  private Uni<Collected> next(Reading reading, Map<String, String> position) {
    return pages
        .get(
            new PaidPages.Wanted(
                reading.purpose(),
                reading.key(),
                reading.query(),
                reading.pages().size() + 1,
                position))
        .chain(answer -> page(reading, answer));
  }

  private Uni<Collected> page(Reading reading, SearchAnswer answer) {
    return switch (answer) {
      case SearchAnswer.None(Collected why) -> Uni.createFrom().item(why);
      case SearchAnswer.Nothing(String said) -> finish(reading, said);
      case SearchAnswer.Page(JsonNode page) -> {
        Reading more = reading.with(page);
        Optional<Map<String, String>> onward = onward(more, page);
        yield onward.isPresent() ? next(more, onward.get()) : finish(more, "no results");
      }
    };
  }

  private static Optional<Map<String, String>> onward(Reading reading, JsonNode page) {
    int read = reading.pages().size();
    SearchEngine engine = reading.query().engine();
    if (read >= reading.query().pages() || !ResultPages.hasItems(engine, page)) {
      return Optional.empty();
    }
    String token = nextToken(page);
    return switch (engine.paging) {
      case NONE -> Optional.empty();
      case PAGE -> Optional.of(Map.of("page", Integer.toString(read + 1)));
      case TOKEN ->
          token.isEmpty() ? Optional.empty() : Optional.of(Map.of("next_page_token", token));
    };
  }

  private static String nextToken(JsonNode page) {
    String token = page.path("pagination").path("next_page_token").asText("");
    return token.isEmpty() ? page.path("next_page_token").asText("") : token;
  }

  /// An empty search must not read as "everything has dropped out"; that no ad runs is content, if
  /// the library says so.
  private Uni<Collected> finish(Reading reading, String said) {
    SearchEngine engine = reading.query().engine();
    boolean items = reading.pages().stream().anyMatch(it -> ResultPages.hasItems(engine, it));
    boolean zero =
        engine.emptyIsContent && reading.pages().stream().anyMatch(ResultPages::saysZero);
    return items || zero
        ? work.compute(() -> kept(reading))
        : Uni.createFrom()
            .item(
                new Rejected(
                    VisitOutcome.EMPTY,
                    200,
                    0,
                    "The search answered with nothing (%s).".formatted(said),
                    "If that is not a passing hiccup, correct the source's options."));
  }

  private Collected kept(Reading reading) {
    String searches =
        String.join(
            " ",
            reading.pages().stream()
                .map(page -> page.path("search_metadata").path("id").asText(""))
                .filter(id -> id.matches("[A-Za-z0-9_-]{1,60}"))
                .toList());
    return new Kept(
        ProviderPage.of(
            reading.url(),
            ResultPages.content(reading.query(), reading.pages()),
            Map.of("x-searchapi-search-id", searches),
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
