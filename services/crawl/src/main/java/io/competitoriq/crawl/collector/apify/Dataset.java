package io.competitoriq.crawl.collector.apify;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.crawl.collector.CanonicalJson;
import io.competitoriq.crawl.collector.ProviderPage;
import io.competitoriq.crawl.collector.Work;
import io.competitoriq.crawl.collector.apify.ApifyCalls.Visit;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Collected.Kept;
import io.competitoriq.crawl.fetch.Collected.Rejected;
import io.competitoriq.crawl.fetch.Collected.Unavailable;
import io.competitoriq.crawl.provider.ProviderAnswer;
import io.competitoriq.crawl.provider.ProviderAnswer.Replied;
import io.competitoriq.crawl.visit.VisitOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads what a run put into its dataset, page by page, and makes a body of it. Reading costs
/// nothing and may happen again.
@ApplicationScoped
class Dataset {
  private static final String TOTAL = "x-apify-pagination-total";

  private final ApifyCalls calls;
  private final Work work;
  private final ApifyConfig config;
  private final Clock clock;

  Dataset(ApifyCalls calls, Work work, ApifyConfig config, Clock clock) {
    this.calls = calls;
    this.work = work;
    this.config = config;
    this.clock = clock;
  }

  /// What was read so far, in one place for one reading.
  private record Reading(
      Visit visit, StoredRun run, ApifyOptions options, URI url, List<byte[]> pages, int offset) {

    Reading beyond(byte[] page, int limit) {
      List<byte[]> more = new ArrayList<>(pages);
      more.add(page);
      return new Reading(visit, run, options, url, more, offset + limit);
    }

    int bytes() {
      return pages.stream().mapToInt(page -> page.length).sum();
    }
  }

  Uni<Collected> read(Visit visit, StoredRun run, ApifyOptions options, URI url) {
    return next(new Reading(visit, run, options, url, List.of(), 0));
  }

  private Uni<Collected> next(Reading reading) {
    int limit = Math.min(config.pageItems(), reading.options().maxItems() - reading.offset());
    return calls
        .items(reading.visit(), requireNonNull(reading.run().datasetId), reading.offset(), limit)
        .chain(answer -> page(reading, answer, limit));
  }

  /// `clean` leaves empty items out, so a page may be shorter than asked for: the total decides.
  private Uni<Collected> page(Reading reading, ProviderAnswer answer, int limit) {
    if (!(answer instanceof Replied reply) || !reply.ok()) {
      return Uni.createFrom().item(notRead(reading.run(), answer));
    }
    Reading more = reading.beyond(reply.body(), limit);
    if (more.bytes() > config.maxBytes()) {
      return Uni.createFrom().item(tooLarge());
    }
    long total = total(reply, more.offset());
    return more.offset() < Math.min(total, reading.options().maxItems())
        ? next(more)
        : work.compute(() -> collected(more));
  }

  private static long total(Replied reply, int otherwise) {
    String header = reply.header(TOTAL).orElse("");
    return header.matches("\\d{1,12}") ? Long.parseLong(header) : otherwise;
  }

  private Collected collected(Reading reading) {
    List<JsonNode> items = new ArrayList<>();
    try {
      for (byte[] page : reading.pages()) {
        CanonicalJson.read(page).forEach(items::add);
      }
    } catch (IOException notJson) {
      return new Unavailable(200, "The dataset's page is not JSON; it is read again.");
    }
    if (items.isEmpty()) {
      return new Rejected(
          VisitOutcome.EMPTY,
          200,
          0,
          "The actor's run succeeded but found nothing.",
          "Look at the run %s in the Apify console and correct the source's option 'input'."
              .formatted(reading.run().runId));
    }
    ObjectNode content = CanonicalJson.object();
    content.put("actor", reading.options().actor().replace('~', '/'));
    reading.options().mapping().apply(items).forEach(content.putArray("items")::add);
    return new Kept(
        ProviderPage.of(
            reading.url(),
            content,
            Map.of("x-apify-run-id", requireNonNull(reading.run().runId)),
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  private static Collected notRead(StoredRun run, ProviderAnswer answer) {
    if (answer instanceof Replied(int status, _, _, _) && status == 404) {
      return new Rejected(
          VisitOutcome.ERROR,
          404,
          0,
          "Apify has deleted the run's dataset already.",
          "Visit the source again.");
    }
    return RunStart.unavailable(answer, run.intendedAt);
  }

  private Collected tooLarge() {
    return Rejected.because(
        VisitOutcome.ERROR,
        "The run found more than %d bytes.".formatted(config.maxBytes()),
        "Lower the source's option 'maxItems', or raise ciq.crawl.apify.max-bytes.");
  }
}
