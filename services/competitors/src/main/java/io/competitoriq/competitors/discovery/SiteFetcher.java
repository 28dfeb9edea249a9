package io.competitoriq.competitors.discovery;

import io.competitoriq.egress.Egress;
import io.competitoriq.egress.EgressLimits;
import io.competitoriq.egress.EgressRequest;
import io.competitoriq.egress.EgressResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;

/// One polite request after another, through the guarded way out; and the worker threads on which
/// their answers are read.
@ApplicationScoped
class SiteFetcher {

  private static final String ACCEPT =
      "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
          + "application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5";
  private static final int REDIRECTS = 5;

  private final Vertx vertx;
  private final Egress egress;
  private final DiscoveryConfig config;

  SiteFetcher(Vertx vertx, Egress egress, DiscoveryConfig config) {
    this.vertx = vertx;
    this.egress = egress;
    this.config = config;
  }

  /// Asks for one address after a pause. Never fails.
  Uni<Fetched> fetch(URI url, Duration pause, int maxBytes) {
    EgressRequest request =
        EgressRequest.get(url)
            .header("accept", ACCEPT)
            .header("accept-language", "en,*;q=0.5")
            .header("user-agent", config.userAgent())
            .within(new EgressLimits(maxBytes, config.requestTimeout(), REDIRECTS));
    return wait(pause).chain(() -> egress.send(request)).map(SiteFetcher::fetched);
  }

  private Uni<Void> wait(Duration pause) {
    long millis = pause.toMillis();
    return millis <= 0
        ? Uni.createFrom().voidItem()
        : Uni.createFrom().emitter(emitter -> vertx.setTimer(millis, _ -> emitter.complete(null)));
  }

  private static Fetched fetched(EgressResult result) {
    return switch (result) {
      case EgressResult.Answered answered when answered.status() / 100 == 2 ->
          new Fetched.Body(
              answered.finalUri(), answered.header("content-type").orElse(""), answered.body());
      case EgressResult.Answered answered ->
          new Fetched.Answer(answered.finalUri(), answered.status());
      case EgressResult.Refused refused ->
          new Fetched.Nothing(refused.uri(), Sentences.of(refused));
      case EgressResult.Failed failed -> new Fetched.Nothing(failed.uri(), Sentences.of(failed));
    };
  }

  /// Work that costs CPU, on a worker thread.
  <T> Uni<T> read(Callable<T> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx.executeBlocking(work, false).onComplete(emitter::complete, emitter::fail));
  }
}
