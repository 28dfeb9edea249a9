package io.competitoriq.competitors.pack;

import static io.competitoriq.competitors.pack.PackEntry.of;
import static io.competitoriq.competitors.pack.PackEntry.search;
import static io.competitoriq.messages.SourceKind.ABOUT;
import static io.competitoriq.messages.SourceKind.ADS;
import static io.competitoriq.messages.SourceKind.APPS;
import static io.competitoriq.messages.SourceKind.BLOG;
import static io.competitoriq.messages.SourceKind.CAREERS;
import static io.competitoriq.messages.SourceKind.CHANGELOG;
import static io.competitoriq.messages.SourceKind.CUSTOMERS;
import static io.competitoriq.messages.SourceKind.DOCS;
import static io.competitoriq.messages.SourceKind.FEATURES;
import static io.competitoriq.messages.SourceKind.HELP;
import static io.competitoriq.messages.SourceKind.HOME;
import static io.competitoriq.messages.SourceKind.LEGAL;
import static io.competitoriq.messages.SourceKind.NEWS;
import static io.competitoriq.messages.SourceKind.PRICING;
import static io.competitoriq.messages.SourceKind.REVIEWS;
import static io.competitoriq.messages.SourceKind.SECURITY;
import static io.competitoriq.messages.SourceKind.STATUS;

import io.competitoriq.http.Problems;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The packs there are.
final class KnownPacks {

  private static final Duration OFTEN = Duration.ofHours(3);
  private static final Duration SIX_HOURLY = Duration.ofHours(6);
  private static final Duration DAILY = Duration.ofDays(1);
  private static final Duration WEEKLY = Duration.ofDays(7);

  static final List<SourcePack> ALL =
      List.of(
          new SourcePack(
              "saas",
              "SaaS company",
              "Prices, product news, outages and hiring of a company that sells software by"
                  + " subscription.",
              List.of(
                  of(PRICING, SIX_HOURLY),
                  of(CHANGELOG, OFTEN),
                  of(FEATURES, DAILY),
                  of(BLOG, OFTEN),
                  of(CAREERS, DAILY),
                  of(STATUS, Duration.ofHours(1)),
                  of(CUSTOMERS, DAILY),
                  of(HOME, DAILY),
                  search(ADS, WEEKLY),
                  search(NEWS, DAILY))),
          new SourcePack(
              "online-shop",
              "Online shop",
              "Offers on the front page, prices, reviews, terms and ads of a shop.",
              List.of(
                  of(HOME, SIX_HOURLY),
                  of(PRICING, SIX_HOURLY),
                  of(REVIEWS, DAILY),
                  of(BLOG, DAILY),
                  of(HELP, WEEKLY),
                  of(LEGAL, WEEKLY),
                  of(CAREERS, WEEKLY),
                  search(ADS, DAILY))),
          new SourcePack(
              "agency",
              "Local agency or consultancy",
              "Services, work for customers, people and reputation of a company that sells its"
                  + " time.",
              List.of(
                  of(FEATURES, DAILY),
                  of(CUSTOMERS, DAILY),
                  of(PRICING, DAILY),
                  of(ABOUT, WEEKLY),
                  of(BLOG, DAILY),
                  of(CAREERS, DAILY),
                  of(REVIEWS, WEEKLY),
                  of(HOME, DAILY),
                  search(NEWS, WEEKLY))),
          new SourcePack(
              "app-maker",
              "App maker",
              "Store pages, prices, releases and reviews of a company whose product is an app.",
              List.of(
                  of(APPS, DAILY),
                  of(PRICING, DAILY),
                  of(CHANGELOG, SIX_HOURLY),
                  of(FEATURES, DAILY),
                  of(REVIEWS, DAILY),
                  of(BLOG, DAILY),
                  of(HELP, WEEKLY),
                  of(HOME, DAILY),
                  search(ADS, WEEKLY))),
          new SourcePack(
              "open-source",
              "Open-source company",
              "Releases, documentation and the paid side of a company that publishes its code.",
              List.of(
                  of(CHANGELOG, OFTEN),
                  of(DOCS, DAILY),
                  of(BLOG, OFTEN),
                  of(PRICING, DAILY),
                  of(FEATURES, DAILY),
                  of(SECURITY, DAILY),
                  of(CAREERS, DAILY),
                  of(HOME, DAILY))));

  private KnownPacks() {}

  /// The pack with this id.
  ///
  /// Fails with 422 `pack-not-found`, which names those there are.
  static SourcePack named(String id) {
    return ALL.stream()
        .filter(pack -> pack.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.unprocessable(
                    "pack-not-found",
                    "There is no pack \"%s\"; name one of %s."
                        .formatted(
                            id,
                            ALL.stream().map(SourcePack::id).collect(Collectors.joining(", ")))));
  }
}
