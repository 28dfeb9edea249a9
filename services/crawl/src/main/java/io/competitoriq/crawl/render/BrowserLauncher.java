package io.competitoriq.crawl.render;

import static io.competitoriq.crawl.render.DevTools.BROWSER;

import io.competitoriq.crawl.fetch.UserAgent;
import io.competitoriq.crawl.render.DevTools.Refusal;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Starts browsers, or connects to one that runs elsewhere.
@ApplicationScoped
class BrowserLauncher {
  private final Vertx vertx;
  private final GuardProxy proxy;
  private final RenderConfig config;
  private final UserAgent userAgent;
  private final Optional<Path> executable;

  BrowserLauncher(Vertx vertx, GuardProxy proxy, RenderConfig config, UserAgent userAgent) {
    this.vertx = vertx;
    this.proxy = proxy;
    this.config = config;
    this.userAgent = userAgent;
    this.executable =
        BrowserFinder.find(config.browser(), Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /// Why there can be no browser, as a sentence that says what to do; empty when there can.
  Optional<String> missing() {
    if (!config.enabled()) {
      return Optional.of("Set ciq.crawl.render.enabled=true.");
    }
    if (config.endpoint().isPresent()) {
      return config.proxy().address().isPresent()
          ? Optional.empty()
          : Optional.of(
              "Set ciq.crawl.render.proxy.address, so that the remote browser's traffic can pass"
                  + " our guard.");
    }
    return executable.isPresent()
        ? Optional.empty()
        : Optional.of(
            config
                .browser()
                .map(path -> "There is no executable at ciq.crawl.render.browser: " + path + ".")
                .orElse("Install Chromium, or set ciq.crawl.render.browser to its executable."));
  }

  /// Waits for a browser that answers; fails with a [RenderFailure].
  Browser launch(Deadline deadline) {
    return config.endpoint().isPresent()
        ? remote(config.endpoint().get(), deadline)
        : local(executable.orElseThrow(), deadline);
  }

  private Browser local(Path chromium, Deadline deadline) {
    String address = proxy.address();
    DevTools tools = new DevTools();
    LocalProcess process = LocalProcess.start(chromium, address, userAgent.full(), config);
    tools.connect(PipeWire.to(process.process(), tools));
    return greeted(tools, process, address, deadline);
  }

  private Browser remote(URI endpoint, Deadline deadline) {
    proxy.address();
    DevTools tools = new DevTools();
    tools.connect(SocketWire.to(vertx, endpoint, deadline, tools));
    return greeted(tools, null, config.proxy().address().orElseThrow(), deadline);
  }

  private static Browser greeted(
      DevTools tools, @Nullable LocalProcess process, String address, Deadline deadline) {
    try {
      JsonObject version =
          deadline.await(tools.call(BROWSER, "Browser.getVersion", new JsonObject()));
      deadline.await(
          tools.call(BROWSER, "Target.setDiscoverTargets", new JsonObject().put("discover", true)));
      String product = version.getString("product", "").replaceAll("\\.[0-9.]+$", ".0.0.0");
      return new Browser(tools, process, address, product);
    } catch (RenderFailure | Refusal e) {
      if (process != null) {
        process.kill();
      }
      tools.close();
      throw new RenderFailure(Reason.LAUNCH, "The browser does not start, or not in time.");
    }
  }
}
