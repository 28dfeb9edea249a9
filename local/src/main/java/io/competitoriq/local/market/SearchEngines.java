package io.competitoriq.local.market;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.local.market.Company.Ad;
import io.competitoriq.local.market.Company.Advertiser;
import io.competitoriq.local.market.Company.Job;
import io.competitoriq.local.market.Company.Mention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What search engines find of the market's companies, with the blocks and fields SearchAPI.io
/// gives them, those included that differ on every day although nothing has happened.
final class SearchEngines {

  private static final int ADS_A_PAGE = 40;

  private final MarketState state;
  private final Clock clock;

  SearchEngines(MarketState state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /// A search that cannot be done: 400 or 422, and why.
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Wrong(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /// The engine's own part of an answer.
  ///
  /// @throws Wrong when the search cannot be done
  ObjectNode search(Map<String, String> asked) {
    String engine = required(asked, "engine");
    return switch (engine) {
      case "google_ads_transparency_center" -> ads(asked);
      case "google_news" -> news(asked);
      case "google_jobs" -> jobs(asked);
      default -> throw new Wrong(400, "Unsupported engine: " + engine + ".");
    };
  }

  private ObjectNode ads(Map<String, String> asked) {
    if (!asked.containsKey("domain") && !asked.containsKey("advertiser_id")) {
      throw new Wrong(400, "Missing required parameter: advertiser_id or domain.");
    }
    Optional<Company> company =
        state.companies().stream().filter(one -> isAdvertiser(one, asked)).findFirst();
    List<Ad> ads = company.map(found -> found.elsewhere().ads()).orElse(List.of());
    int from = number(asked, "next_page_token", 0, Integer.MAX_VALUE, 0);
    int to = Math.min(ads.size(), from + number(asked, "num", 1, 100, ADS_A_PAGE));
    ObjectNode found = StandIn.object();
    found.putObject("search_information").put("total_results", ads.size());
    ArrayNode creatives = found.putArray("ad_creatives");
    company.ifPresent(
        by -> ads.subList(Math.min(from, to), to).forEach(ad -> creatives.add(creative(by, ad))));
    if (to < ads.size()) {
      found.putObject("pagination").put("next_page_token", Integer.toString(to));
    }
    return found;
  }

  private static boolean isAdvertiser(Company company, Map<String, String> asked) {
    return (company.id() + ".localhost").equals(asked.get("domain"))
        || company.elsewhere().advertiser().id().equals(asked.get("advertiser_id"));
  }

  private ObjectNode creative(Company company, Ad ad) {
    Advertiser by = company.elsewhere().advertiser();
    ObjectNode one =
        StandIn.object()
            .put("id", ad.id())
            .put("target_domain", company.id() + ".localhost")
            .put("format", ad.format())
            .put("first_shown_datetime", ad.firstShown().toString())
            .put("last_shown_datetime", clock.instant().toString())
            .put("total_days_shown", daysSince(ad.firstShown()) + 1)
            .put(
                "details_link",
                "https://adstransparency.google.com/advertiser/%s/creative/%s?region=anywhere"
                    .formatted(by.id(), ad.id()));
    one.putObject("advertiser").put("id", by.id()).put("name", by.name());
    one.putObject("image")
        .put("link", "https://tpc.googlesyndication.com/archive/simgad/" + ad.image())
        .put("width", 380)
        .put("height", 198);
    return one;
  }

  private ObjectNode news(Map<String, String> asked) {
    List<Mention> mentions =
        named(required(asked, "q"))
            .map(company -> company.elsewhere().mentions())
            .orElse(List.of());
    boolean beyond = number(asked, "page", 1, Integer.MAX_VALUE, 1) > 1;
    ObjectNode found = StandIn.object();
    if (mentions.isEmpty() || beyond) {
      return found.put("error", "Google News didn't return any results.");
    }
    found.putObject("search_information").put("query_displayed", asked.get("q"));
    ArrayNode results = found.putArray("organic_results");
    for (Mention mention : mentions) {
      results
          .addObject()
          .put("position", results.size())
          .put("title", mention.title())
          .put("link", mention.link())
          .put("source", mention.source())
          .put("date", daysSince(mention.published()) + " days ago")
          .put("iso_date", mention.published().toString())
          .put("snippet", mention.snippet());
    }
    return found;
  }

  private ObjectNode jobs(Map<String, String> asked) {
    Optional<Company> company = named(required(asked, "q"));
    ObjectNode found = StandIn.object();
    if (company.map(Company::jobs).orElse(List.of()).isEmpty()) {
      return found.put("error", "Google Jobs didn't return any results.");
    }
    ArrayNode jobs = found.putArray("jobs");
    company.ifPresent(by -> by.jobs().forEach(job -> jobs.add(job(by, job, jobs.size() + 1))));
    return found;
  }

  private ObjectNode job(Company company, Job job, int position) {
    ObjectNode one =
        StandIn.object()
            .put("position", position)
            .put("title", job.title())
            .put("company_name", company.name())
            .put("location", job.location())
            .put("via", "Hire Board")
            .put("description", job.text());
    one.putObject("detected_extensions")
        .put("posted_at", daysSince(job.published()) + " days ago")
        .put("schedule_type", "Full-time");
    one.put("apply_link", "https://hire-board.example/%s/%s".formatted(company.id(), job.id()));
    return one;
  }

  /// The company a search is about.
  private Optional<Company> named(String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return state.companies().stream()
        .filter(company -> wanted.contains(company.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private long daysSince(Instant then) {
    return Duration.between(then, clock.instant()).toDays();
  }

  private static String required(Map<String, String> asked, String name) {
    String value = asked.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new Wrong(400, "Missing required parameter: " + name + ".");
    }
    return value;
  }

  private static int number(
      Map<String, String> asked, String name, int least, int most, int otherwise) {
    String text = asked.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // The same refusal.
    }
    throw new Wrong(422, "Invalid value for parameter " + name + ": " + text + ".");
  }
}
