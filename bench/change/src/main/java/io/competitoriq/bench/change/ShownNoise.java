package io.competitoriq.bench.change;

import io.competitoriq.bench.change.Noise.Scene;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/// Noise a reader sees: what a page shows of the moment, the crowd and the advertisers.
final class ShownNoise {

  private static final List<String> UNITS = List.of("seconds", "minutes", "hours", "days");
  private static final List<String> CITIES = List.of("Graz", "Lisbon", "Austin", "Osaka", "Leeds");
  private static final List<String> CALLS =
      List.of("Start free trial", "Get started free", "Try it free", "Book a demo");

  private ShownNoise() {}

  static Map<String, Noise> all() {
    Map<String, Noise> kinds = new LinkedHashMap<>();
    kinds.put("clock", beside(visit -> "<p>Local time " + time(visit) + "</p>"));
    kinds.put("countdown", beside(ShownNoise::countdown));
    kinds.put(
        "relative date",
        beside(
            visit ->
                "<div class=meta><span>Updated "
                    + (2 + visit.nextInt(50))
                    + " "
                    + UNITS.get(visit.nextInt(4))
                    + " ago</span></div>"));
    kinds.put(
        "update date",
        beside(
            visit ->
                "<p>Last updated: "
                    + List.of("March", "May", "November").get(visit.nextInt(3))
                    + " %d, 2026</p>".formatted(1 + visit.nextInt(28))));
    kinds.put(
        "view counts",
        beside(
            visit ->
                "<div><span>%,d views</span> <span>%d likes</span> <span>%d comments</span></div>"
                    .formatted(visit.nextInt(90_000), visit.nextInt(900), visit.nextInt(90))));
    kinds.put(
        "people looking",
        beside(visit -> "<p>" + (3 + visit.nextInt(80)) + " people are looking at this</p>"));
    kinds.put(
        "somebody bought",
        beside(
            visit ->
                "<p>Someone in "
                    + CITIES.get(visit.nextInt(5))
                    + " bought this "
                    + (2 + visit.nextInt(50))
                    + " minutes ago</p>"));
    kinds.put("stock of related items", ShownNoise::relatedStock);
    kinds.put("adverts", ShownNoise::adverts);
    kinds.put("related teasers", ShownNoise::related);
    kinds.put("cookie banner", ShownNoise::cookieBanner);
    kinds.put("newsletter dialog", ShownNoise::newsletter);
    kinds.put("testimonials", ShownNoise::testimonial);
    kinds.put("button label (A/B)", beside(visit -> call(CALLS.get(visit.nextInt(4)))));
    kinds.put("generated in", ShownNoise::generatedIn);
    return kinds;
  }

  /// Needs a source that has been seen before: two visits cannot tell it from an edit.
  static Noise headlineVariant() {
    return (page, scene, place, visit) -> {
      String[] heads = {scene.prose().words(place, 6), scene.prose().words(place, 6)};
      Element at = anchor(page, scene, place);
      at.after("<h2>" + Entities.escape(heads[visit.nextInt(2)]) + "</h2>");
      return true;
    };
  }

  private static Noise beside(Function<Random, String> html) {
    return (page, scene, place, visit) -> {
      anchor(page, scene, place).after(html.apply(visit));
      return true;
    };
  }

  private static Element anchor(Document page, Scene scene, Random place) {
    List<Element> main = scene.main().blocks(page, 3, "p", "h1", "h2", "h3", "div");
    return main.isEmpty() ? page.body().child(0) : main.get(place.nextInt(main.size()));
  }

  private static String time(Random visit) {
    return "%02d:%02d:%02d".formatted(visit.nextInt(24), visit.nextInt(60), visit.nextInt(60));
  }

  private static String countdown(Random visit) {
    return "<p class=timer>Offer ends in %dd %dh %dm %ds</p>"
        .formatted(visit.nextInt(9), visit.nextInt(24), visit.nextInt(60), visit.nextInt(60));
  }

  private static String call(String label) {
    return "<div class=cta><a class=btn href=/signup>" + label + "</a></div>";
  }

  private static boolean relatedStock(Document page, Scene scene, Random place, Random visit) {
    StringBuilder html = new StringBuilder("<section><h3>Goes well with it</h3><ul>");
    for (int i = 0; i < 4; i++) {
      String name = Entities.escape(scene.prose().words(place, 3));
      html.append("<li>" + name + "<div>Only " + (1 + visit.nextInt(20)) + " left in stock</div>");
    }
    anchor(page, scene, place).after(html + "</ul></section>");
    return true;
  }

  private static boolean adverts(Document page, Scene scene, Random place, Random visit) {
    for (int i = 0; i < 2; i++) {
      String words = Entities.escape(scene.prose().words(visit, 9));
      anchor(page, scene, place)
          .after(
              "<div class='ad-slot' id=gpt-%s><span>Advertisement</span><a href=https://ads.example/%s>%s</a></div>"
                  .formatted(HiddenNoise.hex(visit, 6), HiddenNoise.hex(visit, 10), words));
    }
    return true;
  }

  private static boolean related(Document page, Scene scene, Random place, Random visit) {
    StringBuilder html = new StringBuilder("<section class=related-posts><h3>Related</h3><ul>");
    for (int i = 0; i < 5; i++) {
      String words = Entities.escape(scene.prose().words(visit, 8));
      html.append("<li><a href=/p/" + HiddenNoise.hex(visit, 5) + ">" + words + "</a></li>");
    }
    page.body().append(html + "</ul></section>");
    return true;
  }

  private static boolean cookieBanner(Document page, Scene scene, Random place, Random visit) {
    if (visit.nextBoolean()) {
      page.body()
          .append(
              "<div id=cookie-consent class=cookie-banner role=dialog><h2>We value your privacy</h2><p>We and our %d partners store cookies.</p><button>Accept all</button></div>"
                  .formatted(800 + visit.nextInt(90)));
    }
    return true;
  }

  private static boolean newsletter(Document page, Scene scene, Random place, Random visit) {
    if (visit.nextBoolean()) {
      page.body()
          .prepend(
              "<div class='newsletter-popup modal'><h3>Join our newsletter</h3><p>Get 10% off your first order.</p><button>Sign up</button></div>");
    }
    return true;
  }

  private static boolean testimonial(Document page, Scene scene, Random place, Random visit) {
    String words = Entities.escape(scene.prose().sentence(visit));
    page.body().append("<div class=testimonial><p>“" + words + "” — A. Customer</p></div>");
    return true;
  }

  private static boolean generatedIn(Document page, Scene scene, Random place, Random visit) {
    page.body()
        .append(
            String.format(
                Locale.ROOT,
                "<div><p>Page generated in 0.%03d seconds on 2026-0%d-1%d %s</p><p>© %d Example Inc.</p></div>",
                visit.nextInt(1000),
                1 + visit.nextInt(9),
                visit.nextInt(10),
                time(visit),
                2024 + visit.nextInt(3)));
    return true;
  }
}
