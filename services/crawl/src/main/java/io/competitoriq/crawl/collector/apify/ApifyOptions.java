package io.competitoriq.crawl.collector.apify;

import io.competitoriq.crawl.collector.CanonicalJson;
import io.competitoriq.crawl.collector.Options;
import io.competitoriq.crawl.collector.ProviderPage;
import io.competitoriq.crawl.provider.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// What a source asks of Apify.
///
/// @param actor as the path wants it: `username~name` or an id
/// @param input the actor's input, canonical JSON
/// @param maxChargeMicros most the run may cost
record ApifyOptions(
    String actor,
    byte[] input,
    int maxItems,
    long maxChargeMicros,
    int timeoutSecs,
    Optional<Integer> memoryMbytes,
    Optional<String> build,
    ActorMapping mapping) {
  private static final int MOST_ITEMS = 10_000;
  private static final int LONGEST_SECS = 4 * 3600;

  /// Reads the options of a source; what is wrong with them is told to `given`.
  static ApifyOptions read(Options given, ApifyConfig config, ActorMappings mappings) {
    String actor =
        given
            .requiredText("actor", "name one, like apify/website-content-crawler")
            .replace('/', '~');
    if (!actor.isEmpty() && !actor.matches("[A-Za-z0-9._-]{2,80}(~[A-Za-z0-9._-]{2,80})?")) {
      given.wrong("'actor' must be username/name or an actor's id");
    }
    Map<String, Object> input = given.object("input");
    int memory = given.number("memoryMbytes", 0, 128, 32_768);
    if (memory > 0 && Integer.bitCount(memory) != 1) {
      given.wrong("'memoryMbytes' must be a power of 2, at least 128");
    }
    ApifyOptions options =
        new ApifyOptions(
            actor,
            CanonicalJson.bytes(CanonicalJson.of(input)),
            given.number("maxItems", 1000, 1, MOST_ITEMS),
            charge(given, config),
            given.number("timeoutSecs", (int) config.runTimeout().toSeconds(), 10, LONGEST_SECS),
            memory == 0 ? Optional.empty() : Optional.of(memory),
            given.text("build"),
            mappings.of(actor, given));
    given
        .rest()
        .keySet()
        .forEach(
            name ->
                given.wrong(
                    "'%s' is not known; there are actor, input, maxItems, maxChargeUsd,"
                            .formatted(name)
                        + " timeoutSecs, memoryMbytes, build and mapping"));
    return options;
  }

  String inputSha256() {
    return ProviderPage.sha256(input);
  }

  private static long charge(Options given, ApifyConfig config) {
    Optional<BigDecimal> dollars = given.decimal("maxChargeUsd");
    if (dollars.isEmpty()) {
      return config.maxChargeMicros();
    }
    if (dollars.get().signum() <= 0 || dollars.get().compareTo(BigDecimal.valueOf(1000)) > 0) {
      given.wrong("'maxChargeUsd' must be more than 0 and at most 1000");
      return config.maxChargeMicros();
    }
    return Money.micros(dollars.get());
  }
}
