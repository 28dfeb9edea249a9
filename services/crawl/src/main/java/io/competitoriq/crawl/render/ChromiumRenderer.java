package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.DevTools.Refusal;
import io.competitoriq.crawl.render.RenderOutcome.Failed;
import io.competitoriq.crawl.render.RenderOutcome.NotAvailable;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// Renders with Chromium over the DevTools protocol: a child process, or a browser that runs
/// elsewhere. Each rendering waits on a virtual thread of its own.
@ApplicationScoped
class ChromiumRenderer implements Renderer {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Vertx vertx;
  private final BrowserPool pool;
  private final BrowserLauncher launcher;
  private final PageVisits visits;
  private final RenderMeters meters;

  ChromiumRenderer(
      Vertx vertx,
      BrowserPool pool,
      BrowserLauncher launcher,
      PageVisits visits,
      RenderMeters meters) {
    this.vertx = vertx;
    this.pool = pool;
    this.launcher = launcher;
    this.visits = visits;
    this.meters = meters;
  }

  @Override
  public Uni<RenderOutcome> render(URI url) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context context = vertx.getOrCreateContext();
              Thread thread =
                  Thread.ofVirtual()
                      .name("render")
                      .unstarted(
                          () -> {
                            RenderOutcome outcome = timed(url);
                            context.runOnContext(_ -> emitter.complete(outcome));
                          });
              emitter.onTermination(thread::interrupt);
              thread.start();
            });
  }

  private RenderOutcome timed(URI url) {
    long started = System.nanoTime();
    RenderOutcome outcome = outcome(url);
    meters.finished(outcome, Duration.ofNanos(System.nanoTime() - started));
    return outcome;
  }

  private RenderOutcome outcome(URI url) {
    if (!SCHEMES.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
      return new Failed(Reason.REFUSED, "Only http and https are visited.");
    }
    return launcher.missing().<RenderOutcome>map(NotAvailable::new).orElseGet(() -> visit(url));
  }

  private RenderOutcome visit(URI url) {
    try {
      Browser browser = pool.take();
      try {
        return visits.show(url, browser);
      } finally {
        pool.giveBack(browser);
      }
    } catch (RenderFailure e) {
      return e.outcome();
    } catch (Refusal e) {
      Log.warnf("browser refused host=%s why=%s", url.getHost(), e.getMessage());
      return new Failed(Reason.BROWSER_LOST, "The browser did not do what it was asked.");
    } catch (RuntimeException e) {
      Log.errorf(e, "rendering broke host=%s", url.getHost());
      return new Failed(Reason.BROWSER_LOST, "The rendering could not be carried out.");
    }
  }
}
