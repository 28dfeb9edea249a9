package io.competitoriq.crawl.collector.apify;

import io.competitoriq.crawl.provider.KeyCheck;
import io.competitoriq.crawl.provider.Provider;
import io.competitoriq.crawl.provider.ProviderAnswer;
import io.competitoriq.crawl.provider.ProviderAnswer.Replied;
import io.competitoriq.crawl.provider.ProviderAnswer.Resting;
import io.competitoriq.crawl.provider.ProviderAnswer.Silent;
import io.competitoriq.crawl.provider.ProviderKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// A token is good when Apify says whose it is.
@ApplicationScoped
class ApifyKeyCheck implements KeyCheck {
  private final ApifyCalls calls;

  ApifyKeyCheck(ApifyCalls calls) {
    this.calls = calls;
  }

  @Override
  public Provider provider() {
    return Provider.APIFY;
  }

  @Override
  public Uni<Verdict> check(ProviderKey key) {
    return calls.me(key).map(ApifyKeyCheck::verdict);
  }

  private static Verdict verdict(ProviderAnswer answer) {
    return switch (answer) {
      case Replied reply when reply.ok() ->
          new Verdict.Good(ApifyApi.data(reply.body()).path("username").asText(null), null);
      case Replied reply when reply.status() == 401 || reply.status() == 403 ->
          new Verdict.Bad(ApifyRefusal.of(reply).message());
      case Replied reply -> new Verdict.Unknown("it answered HTTP " + reply.status() + ".");
      case Silent(String reason, _, _) -> new Verdict.Unknown(reason);
      case Resting(Duration pause) ->
          new Verdict.Unknown("it is left alone for %d s.".formatted(pause.toSeconds()));
    };
  }
}
