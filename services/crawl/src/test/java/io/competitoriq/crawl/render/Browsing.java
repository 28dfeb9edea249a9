package io.competitoriq.crawl.render;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.competitoriq.crawl.fetch.UserAgentForTests;
import io.competitoriq.egress.TunnelsForTests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The renderer and a real browser, without a running service. Sites live on 127.0.0.2, the only
/// network that is not public and yet allowed.
final class Browsing implements AutoCloseable {
  static final String SITE_IP = "127.0.0.2";

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Map<String, String> QUICK =
      Map.of(
          "ciq.crawl.render.timeout", "6s",
          "ciq.crawl.render.settle", "2s",
          "ciq.crawl.render.quiet", "300ms",
          "ciq.crawl.render.wait-for-page", "20s");

  final Vertx vertx = Vertx.vertx();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final LocalSite site = new LocalSite(vertx, SITE_IP);
  final RenderConfig config;
  final GuardProxy proxy;
  final BrowserPool pool;
  final PageVisits visits;
  private final Renderer renderer;

  private Browsing(RenderConfig config) {
    this.config = config;
    this.proxy =
        new GuardProxy(vertx, TunnelsForTests.allowing(vertx, SITE_IP + "/32", meters), config);
    BrowserLauncher launcher = new BrowserLauncher(vertx, proxy, config, UserAgentForTests.get());
    RenderMeters renderMeters = new RenderMeters(meters);
    this.pool = new BrowserPool(launcher, config, renderMeters);
    this.visits = new PageVisits(proxy, config, UserAgentForTests.get());
    this.renderer = new ChromiumRenderer(vertx, pool, launcher, visits, renderMeters);
  }

  /// With a browser of its own; skips the test where none is installed.
  static Browsing with(String... keysAndValues) {
    Browsing browsing = withOrWithoutBrowser(keysAndValues);
    assumeTrue(
        BrowserFinder.find(browsing.config.browser(), String.valueOf(System.getenv("PATH")))
            .isPresent(),
        "skipped: no Chromium is installed here");
    return browsing;
  }

  static Browsing withOrWithoutBrowser(String... keysAndValues) {
    Map<String, String> values = new HashMap<>(QUICK);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put("ciq.crawl.render." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Browsing(
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(RenderConfig.class)
            .withSources(new PropertiesConfigSource(values, "test", 100))
            .build()
            .getConfigMapping(RenderConfig.class));
  }

  Uni<RenderOutcome> start(String path) {
    return renderer.render(site.url(path));
  }

  RenderOutcome render(String path) {
    return render(site.url(path));
  }

  RenderOutcome render(URI url) {
    return renderer.render(url).await().atMost(PATIENCE);
  }

  /// The browser's processes; a test has other children, its database for one.
  static java.util.stream.Stream<ProcessHandle> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").contains("chrom"));
  }

  @Override
  public void close() {
    pool.close();
    proxy.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
