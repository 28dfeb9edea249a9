package io.competitoriq.crawl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.crawl.render.RenderOutcome.Failed;
import io.competitoriq.crawl.render.RenderOutcome.NotAvailable;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.competitoriq.crawl.render.RenderOutcome.Rendered;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Pages that mean well, shown by the real browser.
class ChromiumRendererTest {
  private static final String APP =
      """
      <div id="root"></div>
      <script>
        fetch("/data.json").then(r => r.json()).then(d => {
          setTimeout(() => { document.getElementById("root").innerHTML = "<h1>" + d.plan + "</h1>" }, 200);
        });
      </script>""";

  private static Browsing browsing;

  @BeforeAll
  static void open() {
    browsing = Browsing.with();
  }

  @AfterAll
  static void close() {
    if (browsing != null) {
      browsing.close();
    }
  }

  @Test
  void pageIsReadAsItsScriptsLeftIt() {
    // Given
    browsing.site.html("/app", APP);
    browsing.site.serve("/data.json", request -> request.response().end("{\"plan\":\"Team 29\"}"));
    // When
    Rendered page = rendered("/app");
    // Then
    assertThat(page.html()).startsWith("<!DOCTYPE html><html>").contains("<h1>Team 29</h1>");
    assertThat(page.httpStatus()).isEqualTo(200);
    assertThat(page.finalUrl()).isEqualTo(browsing.site.url("/app"));
    assertThat(page.settled()).isTrue();
    assertThat(page.headers()).containsEntry("content-type", "text/html; charset=utf-8");
  }

  @Test
  void screenshotIsAPictureOfBoundedHeight() {
    // Given
    browsing.site.html("/tall", "<div style='height:50000px'>tall enough to need a bound</div>");
    // When
    byte[] webp = rendered("/tall").screenshot().orElseThrow().webp();
    // Then
    assertThat(new String(webp, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(new String(webp, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
    assertThat(height(webp)).isEqualTo(browsing.config.page().screenshotHeight());
  }

  @Test
  void samePageIsWrittenTheSame() {
    // Given
    browsing.site.html(
        "/same",
        """
        <p id=x>text</p>
        <script>
          const names = ["data-b", "data-a", "class"];
          if (Math.random() < 0.5) names.reverse();
          for (const name of names) document.getElementById("x").setAttribute(name, "1");
        </script>""");
    // When
    List<String> written =
        java.util.stream.IntStream.range(0, 5)
            .mapToObj(_ -> rendered("/same").html())
            .distinct()
            .toList();
    // Then
    assertThat(written).hasSize(1);
    assertThat(written.getFirst()).contains("<p class=\"1\" data-a=\"1\" data-b=\"1\" id=\"x\">");
  }

  @Test
  void shadowTreesAreReadAndNamesOfFieldsHideNothing() {
    // Given
    browsing.site.html(
        "/shadow",
        """
        <price-card><b>for teams</b></price-card>
        <form><input name="childNodes"><input name="attributes"><p>inside the form &amp; <i>seen</i></p></form>
        <img name="body">
        <script>
          customElements.define("price-card", class extends HTMLElement {
            constructor() { super(); this.attachShadow({mode: "open"}).innerHTML = "29 dollars <slot></slot>"; }
          });
        </script>""");
    // When
    String html = rendered("/shadow").html();
    // Then
    assertThat(html)
        .contains("<price-card>29 dollars <slot><b>for teams</b></slot></price-card>")
        .contains("<p>inside the form &amp; <i>seen</i></p>");
  }

  @Test
  void redirectsByServerAndByScriptAreFollowed() {
    // Given
    browsing.site.redirect("/old", "/middle");
    browsing.site.html("/middle", "<script>location.replace('/new')</script>");
    browsing.site.html("/new", "<p>arrived</p>");
    // When
    Rendered page = rendered("/old");
    // Then
    assertThat(page.finalUrl()).isEqualTo(browsing.site.url("/new"));
    assertThat(page.html()).contains("arrived");
  }

  @Test
  void statusOfTheDocumentIsToldAsItCame() {
    assertThat(rendered("/nowhere").httpStatus()).isEqualTo(404);
  }

  @Test
  void weSayWhoWeAreEverywhere() {
    // Given
    List<String> agents = new CopyOnWriteArrayList<>();
    List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
    browsing.site.serve("/hold", held::add);
    answer(
        "/agent", agents, "text/html", "<script>fetch('/hold'); new Worker('/worker.js')</script>");
    answer("/worker.js", agents, "text/javascript", "fetch('/from-worker')");
    browsing.site.serve(
        "/from-worker",
        request -> {
          agents.add(request.getHeader("user-agent"));
          request.response().end();
          held.forEach(waiting -> waiting.response().end());
        });
    // When
    rendered("/agent");
    // Then
    assertThat(agents)
        .hasSize(3)
        .allMatch(agent -> agent.contains("CompetitorIQBot/") && agent.contains("+http"));
  }

  @Test
  void pagesShareNothing() {
    // Given
    browsing.site.html(
        "/memory",
        """
        <p id=x></p><script>
          document.getElementById("x").textContent = "cookie=" + document.cookie + " storage=" + localStorage.length;
          document.cookie = "seen=1"; localStorage.setItem("seen", "1");
        </script>""");
    rendered("/memory");
    // When
    String second = rendered("/memory").html();
    // Then
    assertThat(second).contains("cookie= storage=0");
  }

  @Test
  void onlyWebAddressesAreOpened() {
    for (String address :
        List.of("file:///etc/passwd", "chrome://version", "javascript:alert(1)")) {
      assertThat(browsing.render(URI.create(address)))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.REFUSED));
    }
  }

  @Test
  void metersCountWhatHappened() {
    // Given
    browsing.site.html("/counted", "<p>counted</p>");
    rendered("/counted");
    // Then
    assertThat(browsing.meters.get("ciq_render").tag("outcome", "rendered").timer().count())
        .isPositive();
    assertThat(browsing.meters.get("ciq_render_slots").tag("state", "all").gauge().value())
        .isEqualTo(2);
    assertThat(browsing.meters.get("ciq_render_browsers").gauge().value()).isEqualTo(1);
  }

  @Test
  void withoutABrowserThereIsAFix() {
    for (var entry :
        Map.of(
                "browser", "/nowhere/chromium",
                "enabled", "false",
                "endpoint", "ws://127.0.0.1:1/")
            .entrySet()) {
      try (Browsing none = Browsing.withOrWithoutBrowser(entry.getKey(), entry.getValue())) {
        assertThat(none.render("/"))
            .isInstanceOfSatisfying(
                NotAvailable.class,
                missing -> assertThat(missing.fix()).contains("ciq.crawl.render."));
      }
    }
  }

  private static void answer(String path, List<String> agents, String type, String body) {
    browsing.site.serve(
        path,
        request -> {
          agents.add(request.getHeader("user-agent"));
          request.response().putHeader("content-type", type).end(body);
        });
  }

  private static Rendered rendered(String path) {
    RenderOutcome outcome = browsing.render(path);
    assertThat(outcome).isInstanceOf(Rendered.class);
    return (Rendered) outcome;
  }

  /// From the header of a lossy WebP, or the extended one.
  private static int height(byte[] webp) {
    boolean extended = webp[15] == 'X';
    int at = extended ? 27 : 28;
    int value = webp[at] & 0xff | (webp[at + 1] & 0xff) << 8;
    return extended ? value + 1 : value & 0x3fff;
  }
}
