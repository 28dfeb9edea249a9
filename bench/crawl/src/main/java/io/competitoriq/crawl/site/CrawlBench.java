package io.competitoriq.crawl.site;

import io.competitoriq.crawl.fetch.BenchFetcher;
import io.competitoriq.crawl.politeness.BenchPoliteness;
import io.competitoriq.egress.BenchEgress;
import io.competitoriq.egress.Egress;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Walks through the same site under several loopback addresses at once: `HOSTS LANES PORT`. One
/// JSON object on standard output.
public final class CrawlBench {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private CrawlBench() {}

  public static void main(String[] arguments) {
    int hosts = Integer.parseInt(arguments[0]);
    int lanes = Integer.parseInt(arguments[1]);
    String port = arguments[2];
    SmallRyeConfig config = config(lanes);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(4));
    Egress egress = BenchEgress.open(vertx, config);
    SiteWalk walk =
        new SiteWalk(
            BenchFetcher.open(egress, vertx, config),
            BenchPoliteness.open(egress, BenchFetcher.userAgent(config), vertx, config),
            Clock.systemUTC());
    long begun = System.nanoTime();
    List<Frontier> frontiers =
        IntStream.rangeClosed(1, hosts)
            .mapToObj(host -> frontier("http://127.0.0." + host + ":" + port + "/index.html"))
            .toList();
    Gait gait =
        new Gait(
            Math.max(1, lanes / hosts), Duration.ZERO, Instant.now().plus(Duration.ofHours(1)));
    walkAll(vertx, walk, frontiers, gait);
    int pages = frontiers.stream().mapToInt(Frontier::pagesRead).sum();
    System.out.printf("{\"pages\":%d,\"wall_s\":%.2f}%n", pages, (System.nanoTime() - begun) / 1e9);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static SmallRyeConfig config(int lanes) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(BenchEgress.settings())
        .withMapping(BenchFetcher.settings())
        .withMapping(BenchPoliteness.settings())
        .withSources(
            new PropertiesConfigSource(
                Map.of(
                    "ciq.egress.allow",
                    "127.0.0.0/8",
                    "ciq.egress.connections-per-host",
                    String.valueOf(lanes)),
                "bench",
                100))
        .build();
  }

  private static Frontier frontier(String start) {
    Frontier frontier = new Frontier(Scope.of(URI.create(start), 100_000, 1000));
    frontier.offer(start, 0, true);
    return frontier;
  }

  private static void walkAll(Vertx vertx, SiteWalk walk, List<Frontier> frontiers, Gait gait) {
    List<Uni<SiteWalk.Leg>> walks = new ArrayList<>();
    frontiers.forEach(frontier -> walks.add(walk.go(frontier, gait)));
    Uni.createFrom()
        .<List<SiteWalk.Leg>>emitter(
            emitter ->
                vertx.runOnContext(
                    _ ->
                        Uni.join()
                            .all(walks)
                            .andFailFast()
                            .subscribe()
                            .with(emitter::complete, emitter::fail)))
        .await()
        .atMost(PATIENCE);
  }
}
