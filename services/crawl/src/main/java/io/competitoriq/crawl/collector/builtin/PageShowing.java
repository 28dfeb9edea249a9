package io.competitoriq.crawl.collector.builtin;

import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.FetchedPage;
import io.competitoriq.crawl.fetch.RenderedAnswer;
import io.competitoriq.crawl.fetch.Sighting;
import io.competitoriq.crawl.render.RenderOutcome.Failed;
import io.competitoriq.crawl.render.RenderOutcome.NotAvailable;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.competitoriq.crawl.render.RenderOutcome.Rendered;
import io.competitoriq.crawl.render.RenderOutcome.Screenshot;
import io.competitoriq.crawl.render.Renderer;
import io.competitoriq.crawl.visit.VisitOutcome;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Has a page shown in a browser, and judges what it shows. A rendering that fails never falls back
/// to what the server sent: half a page would read as a change.
@ApplicationScoped
class PageShowing {
  private static final String STILL_CHANGING =
      "The page was still changing when it was written down.";

  private final Renderer renderer;
  private final Vertx vertx;

  PageShowing(Renderer renderer, Vertx vertx) {
    this.renderer = renderer;
    this.vertx = vertx;
  }

  /// Only a page that is little without its scripts; where there is no browser, as it was sent.
  Uni<Collected> ifItIsAShell(Sighting seen) {
    if (!seen.shell()) {
      return Uni.createFrom().item(seen.collected());
    }
    return show(seen, fix -> withoutBrowser(seen.collected(), fix));
  }

  /// Every web page; where there is no browser, that is an incident.
  Uni<Collected> whateverItIs(Sighting seen) {
    return show(
        seen,
        fix ->
            Collected.Rejected.because(
                VisitOutcome.ERROR,
                "The source is to be opened in a browser, and there is none here.",
                fix));
  }

  private Uni<Collected> show(Sighting seen, Function<String, Collected> unavailable) {
    if (seen.renderable().isEmpty()) {
      return Uni.createFrom().item(seen.collected());
    }
    FetchedPage raw = seen.renderable().get();
    return renderer
        .render(raw.finalUrl())
        .chain(
            outcome ->
                switch (outcome) {
                  case Rendered rendered -> read(rendered, raw);
                  case NotAvailable(String fix) -> Uni.createFrom().item(unavailable.apply(fix));
                  case Failed(Reason reason, String detail) ->
                      Uni.createFrom().item(failed(raw, reason, detail));
                });
  }

  private Uni<Collected> read(Rendered rendered, FetchedPage raw) {
    RenderedAnswer answer =
        new RenderedAnswer(
            rendered.finalUrl(),
            rendered.httpStatus(),
            rendered.headers(),
            rendered.html(),
            rendered.screenshot().map(Screenshot::webp),
            rendered.settled() ? Optional.empty() : Optional.of(STILL_CHANGING));
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx
                    .executeBlocking(() -> answer.read(raw), false)
                    .onComplete(emitter::complete, emitter::fail));
  }

  private static Collected withoutBrowser(Collected collected, String fix) {
    return switch (collected) {
      case Collected.Kept(FetchedPage page) ->
          new Collected.Kept(
              page.noting("It was read as the server sent it: there is no browser here. " + fix));
      case Collected.Rejected(
              VisitOutcome outcome,
              Integer status,
              int bytes,
              String reason,
              var _) ->
          new Collected.Rejected(
              outcome, status, bytes, reason + " There is no browser here.", fix);
      case Collected.NotModified _,
          Collected.Throttled _,
          Collected.Unfinished _,
          Collected.Unavailable _ ->
          collected;
    };
  }

  private static Collected failed(FetchedPage raw, Reason reason, String detail) {
    String sentence = "The page could not be shown in a browser: " + detail;
    return reason.worthRetrying()
        ? new Collected.Unavailable(raw.httpStatus(), sentence)
        : new Collected.Rejected(
            VisitOutcome.ERROR, raw.httpStatus(), raw.body().length(), sentence, fix(reason));
  }

  private static @Nullable String fix(Reason reason) {
    return switch (reason) {
      case TOO_LARGE -> "Watch a smaller page, or raise ciq.crawl.render.page.max-chars.";
      case MEMORY -> "Watch another page, or raise ciq.crawl.render.page.megabytes.";
      case CRASHED, DIALOGS, REDIRECTS ->
          "Open the address in a browser; watch another page, or never open this one in a browser.";
      case REFUSED -> "Give the source the address of a page on the public web.";
      case BUSY, LAUNCH, BROWSER_LOST, NETWORK, TIMEOUT -> null;
    };
  }
}
