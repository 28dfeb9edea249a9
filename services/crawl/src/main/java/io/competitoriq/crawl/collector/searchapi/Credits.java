package io.competitoriq.crawl.collector.searchapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.competitoriq.crawl.collector.CanonicalJson;
import io.competitoriq.crawl.provider.KeyCheck;
import io.competitoriq.crawl.provider.Provider;
import io.competitoriq.crawl.provider.ProviderAnswer;
import io.competitoriq.crawl.provider.ProviderAnswer.Replied;
import io.competitoriq.crawl.provider.ProviderAnswer.Resting;
import io.competitoriq.crawl.provider.ProviderAnswer.Silent;
import io.competitoriq.crawl.provider.ProviderCalls;
import io.competitoriq.crawl.provider.ProviderKey;
import io.competitoriq.crawl.provider.ProviderKeys;
import io.competitoriq.crawl.provider.ProviderRequest;
import io.competitoriq.crawl.provider.Purpose;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/// How many searches the workspace's account has left. Asking costs none. When it cannot be asked,
/// nobody is stopped: the search itself will tell.
@ApplicationScoped
class Credits implements KeyCheck {
  private static final int MOST_WORKSPACES = 10_000;

  private final SearchApi api;
  private final ProviderCalls calls;
  private final ProviderKeys keys;
  private final SearchApiConfig config;
  private final Cache<UUID, Long> remaining;

  Credits(SearchApi api, ProviderCalls calls, ProviderKeys keys, SearchApiConfig config) {
    this.api = api;
    this.calls = calls;
    this.keys = keys;
    this.config = config;
    this.remaining =
        Caffeine.newBuilder()
            .maximumSize(MOST_WORKSPACES)
            .expireAfterWrite(config.creditsBelieved())
            .build();
  }

  @Override
  public Provider provider() {
    return Provider.SEARCHAPI;
  }

  @Override
  public Uni<Verdict> check(ProviderKey key) {
    Purpose purpose = Purpose.ofKey(key);
    return ask(purpose, key, "check-key")
        .map(Credits::verdict)
        .invoke(
            verdict -> {
              if (verdict instanceof Verdict.Good(_, Long left) && left != null) {
                remaining.put(key.workspaceId(), left);
              } else {
                remaining.invalidate(key.workspaceId());
              }
            });
  }

  /// Whether nothing is left, by the last word that is still believed, or by a new one.
  Uni<Boolean> out(Purpose purpose, ProviderKey key) {
    Long known = remaining.getIfPresent(key.workspaceId());
    return known == null
        ? askAgain(purpose, key)
        : Uni.createFrom().item(known <= config.creditsKept());
  }

  /// The same, but asked now.
  Uni<Boolean> askAgain(Purpose purpose, ProviderKey key) {
    return ask(purpose, key, "probe-credit")
        .map(Credits::verdict)
        .chain(
            verdict ->
                verdict instanceof Verdict.Good(_, Long left) && left != null
                    ? noted(key, left)
                    : Uni.createFrom().item(false));
  }

  /// A search was paid for.
  void spent(ProviderKey key) {
    remaining.asMap().computeIfPresent(key.workspaceId(), (_, left) -> left - 1);
  }

  private Uni<Boolean> noted(ProviderKey key, long left) {
    remaining.put(key.workspaceId(), left);
    return keys.confirmed(key, left).replaceWith(left <= config.creditsKept());
  }

  private Uni<ProviderAnswer> ask(Purpose purpose, ProviderKey key, String call) {
    return calls.send(ProviderRequest.free(purpose, call, api.me(key)).once());
  }

  private static Verdict verdict(ProviderAnswer answer) {
    return switch (answer) {
      case Replied reply when reply.ok() -> new Verdict.Good(null, left(reply).orElse(null));
      case Replied reply when reply.status() == 401 || reply.status() == 403 ->
          new Verdict.Bad("HTTP " + reply.status() + ": " + SearchAnswer.error(reply));
      case Replied reply -> new Verdict.Unknown("it answered HTTP " + reply.status() + ".");
      case Silent(String reason, _, _) -> new Verdict.Unknown(reason);
      case Resting rest ->
          new Verdict.Unknown("it is left alone for %d s.".formatted(rest.pause().toSeconds()));
    };
  }

  /// The monthly allowance can be zero on plans that count in credits: what remains decides.
  private static Optional<Long> left(Replied reply) {
    try {
      JsonNode credits = CanonicalJson.read(reply.body()).path("account").path("remaining_credits");
      return credits.isNumber() ? Optional.of(credits.asLong()) : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
