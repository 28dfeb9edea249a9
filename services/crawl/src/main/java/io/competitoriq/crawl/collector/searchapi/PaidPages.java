package io.competitoriq.crawl.collector.searchapi;

import static java.util.Objects.requireNonNull;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.crawl.collector.KeyTrouble;
import io.competitoriq.crawl.collector.Work;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Collected.Unavailable;
import io.competitoriq.crawl.fetch.Collected.Unfinished;
import io.competitoriq.crawl.fetch.RetryAfter;
import io.competitoriq.crawl.provider.Cost;
import io.competitoriq.crawl.provider.ProviderAnswer;
import io.competitoriq.crawl.provider.ProviderAnswer.Replied;
import io.competitoriq.crawl.provider.ProviderAnswer.Resting;
import io.competitoriq.crawl.provider.ProviderAnswer.Silent;
import io.competitoriq.crawl.provider.ProviderCalls;
import io.competitoriq.crawl.provider.ProviderKey;
import io.competitoriq.crawl.provider.ProviderKeys;
import io.competitoriq.crawl.provider.ProviderRequest;
import io.competitoriq.crawl.provider.Purpose;
import io.competitoriq.crawl.provider.Reservation;
import io.competitoriq.crawl.provider.Spending;
import io.competitoriq.crawl.provider.UsageState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// Single pages of searches, each paid for once per visit: its answer is stored before it is used.
@ApplicationScoped
class PaidPages {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int TOO_MANY = 429;

  private final SearchApi api;
  private final ProviderCalls calls;
  private final ProviderKeys keys;
  private final Spending spending;
  private final Credits credits;
  private final BlobStore blobs;
  private final Work work;
  private final SearchApiConfig config;
  private final Clock clock;

  /// Nine collaborators: a paid page touches money, key, credits and store.
  PaidPages(
      SearchApi api,
      ProviderCalls calls,
      ProviderKeys keys,
      Spending spending,
      Credits credits,
      BlobStore blobs,
      Work work,
      SearchApiConfig config,
      Clock clock) {
    this.api = api;
    this.calls = calls;
    this.keys = keys;
    this.spending = spending;
    this.credits = credits;
    this.blobs = blobs;
    this.work = work;
    this.config = config;
    this.clock = clock;
  }

  /// A page that is wanted.
  ///
  /// @param part its number, from 1
  /// @param position what asks for it: `page` or `next_page_token`
  record Wanted(
      Purpose purpose,
      ProviderKey key,
      SearchQuery query,
      int part,
      Map<String, String> position) {}

  Uni<SearchAnswer> get(Wanted wanted) {
    return spending
        .paidAnswer(wanted.purpose(), wanted.part())
        .chain(
            stored ->
                stored.isPresent()
                    ? blobs
                        .get(stored.get())
                        .chain(body -> work.compute(() -> SearchAnswer.read(body)))
                    : ask(wanted));
  }

  private Uni<SearchAnswer> ask(Wanted wanted) {
    return credits
        .out(wanted.purpose(), wanted.key())
        .chain(
            out ->
                out
                    ? none(SearchAnswer.creditOut(TOO_MANY, "its account says so"))
                    : spending
                        .reserve(wanted.purpose(), "search", wanted.part(), config.creditMicros())
                        .chain(reservation -> buy(wanted, reservation)));
  }

  private Uni<SearchAnswer> buy(Wanted wanted, Reservation reservation) {
    return switch (reservation) {
      case Reservation.OverBudget why -> none(KeyTrouble.overBudget(why));
      case Reservation.Reserved(UUID usage) ->
          work.toTheEnd(
              calls
                  .send(
                      ProviderRequest.paid(
                          wanted.purpose(),
                          "search",
                          api.search(wanted.key(), wanted.query(), wanted.position()),
                          usage))
                  .chain(answer -> settled(wanted, usage, answer)));
    };
  }

  private Uni<SearchAnswer> settled(Wanted wanted, UUID usage, ProviderAnswer answer) {
    return switch (answer) {
      case Replied reply when reply.ok() -> bought(wanted, usage, reply);
      case Replied reply ->
          settle(
                  wanted,
                  usage,
                  Cost.none(
                      UsageState.ANSWERED,
                      reply.status(),
                      reply.millis(),
                      SearchAnswer.error(reply)))
              .chain(() -> refused(wanted, reply));
      case Silent(String reason, boolean sent, long millis) ->
          settle(wanted, usage, lost(reason, sent, millis))
              .chain(() -> none(new Unavailable(null, "SearchAPI.io gave no answer: " + reason)));
      case Resting(Duration pause) ->
          settle(wanted, usage, Cost.none(UsageState.NOT_SENT, null, 0, "left alone for a moment"))
              .chain(
                  () ->
                      none(
                          new Unfinished(
                              pause,
                              requireNonNull(wanted.purpose().slot()),
                              "SearchAPI.io gave no proper answers lately and is left alone")));
    };
  }

  /// Whether an answer that was lost was charged, nobody tells: it counts as charged.
  private Cost lost(String reason, boolean sent, long millis) {
    return sent
        ? new Cost(
            UsageState.NO_ANSWER,
            null,
            1,
            config.creditMicros(),
            millis,
            reason + " Counted as charged.",
            null)
        : Cost.none(UsageState.NOT_SENT, null, millis, reason);
  }

  private Uni<SearchAnswer> bought(Wanted wanted, UUID usage, Replied reply) {
    return work.compute(() -> SearchAnswer.read(reply.body()))
        .chain(
            read ->
                (read instanceof SearchAnswer.None
                        ? Uni.createFrom().<String>nullItem()
                        : blobs.put(reply.body()))
                    .chain(
                        sha ->
                            settle(
                                wanted,
                                usage,
                                new Cost(
                                    UsageState.ANSWERED,
                                    reply.status(),
                                    1,
                                    config.creditMicros(),
                                    reply.millis(),
                                    null,
                                    sha)))
                    .invoke(() -> credits.spent(wanted.key()))
                    .replaceWith(read));
  }

  /// A 429 is about speed or about credits, and only the account tells which.
  private Uni<SearchAnswer> refused(Wanted wanted, Replied reply) {
    Duration pause =
        RetryAfter.parse(reply.header("retry-after"), clock.instant(), LONGEST_WAIT)
            .orElse(config.tooFast());
    Uni<Boolean> out =
        reply.status() == TOO_MANY
            ? credits.askAgain(wanted.purpose(), wanted.key())
            : Uni.createFrom().item(false);
    Uni<Void> marked =
        reply.status() == 401 ? keys.refused(wanted.key()) : Uni.createFrom().voidItem();
    return marked
        .chain(() -> out)
        .map(none -> new SearchAnswer.None(SearchAnswer.refusal(reply, none, pause)));
  }

  private Uni<Void> settle(Wanted wanted, UUID usage, Cost cost) {
    return spending.settle(wanted.purpose().workspaceId(), usage, cost);
  }

  private static Uni<SearchAnswer> none(Collected why) {
    return Uni.createFrom().item(new SearchAnswer.None(why));
  }
}
