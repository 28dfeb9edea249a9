package io.competitoriq.bench.change;

import io.competitoriq.bench.change.Noise.Scene;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Noise of the machine: what changes in the mark-up, and the order of things.
final class HiddenNoise {

  private HiddenNoise() {}

  static Map<String, Noise> all() {
    Map<String, Noise> kinds = new LinkedHashMap<>();
    kinds.put("tokens", HiddenNoise::tokens);
    kinds.put("cache busters", HiddenNoise::cacheBusters);
    kinds.put("generated classes", HiddenNoise::generatedClasses);
    kinds.put("white space and wrappers", HiddenNoise::wrappers);
    kinds.put("typography", HiddenNoise::typography);
    kinds.put("order of links", HiddenNoise::reorderLinks);
    kinds.put("order of cards", HiddenNoise::reorderCards);
    kinds.put("carousel turned", HiddenNoise::carousel);
    return kinds;
  }

  static String hex(Random random, int digits) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      hex.append("0123456789abcdef".charAt(random.nextInt(16)));
    }
    return hex.toString();
  }

  private static boolean tokens(Document page, Scene scene, Random place, Random visit) {
    page.head().appendElement("meta").attr("name", "csrf-token").attr("content", hex(visit, 40));
    page.select("script,style").forEach(script -> script.attr("nonce", hex(visit, 16)));
    page.select("form")
        .forEach(
            form ->
                form.appendElement("input")
                    .attr("type", "hidden")
                    .attr("name", "_token")
                    .attr("value", hex(visit, 40)));
    page.select("a[href^=/],a[href^=http]")
        .forEach(link -> link.attr("href", link.attr("href") + "?sid=" + hex(visit, 12)));
    page.body().attr("data-request-id", hex(visit, 20));
    page.body()
        .appendElement("script")
        .appendChild(new DataNode("window.__S={ts:" + visit.nextInt() + "}"));
    page.body().appendElement("p").text("Session ID: " + hex(visit, 24));
    return true;
  }

  private static boolean cacheBusters(Document page, Scene scene, Random place, Random visit) {
    page.select("script[src],img[src]")
        .forEach(element -> element.attr("src", element.attr("src") + "?v=" + hex(visit, 8)));
    page.select("link[href]")
        .forEach(element -> element.attr("href", element.attr("href") + "?v=" + hex(visit, 8)));
    page.select("img").forEach(image -> image.attr("srcset", "/i/" + hex(visit, 6) + ".webp 2x"));
    return true;
  }

  private static boolean generatedClasses(Document page, Scene scene, Random place, Random visit) {
    for (Element element : page.body().getAllElements()) {
      if (element.hasAttr("class") && place.nextInt(3) == 0) {
        element.addClass("css-" + hex(visit, 6));
      }
      if (element.hasAttr("id") && place.nextInt(3) == 0) {
        element.attr("id", element.id() + "-" + hex(visit, 5));
      }
    }
    return true;
  }

  private static boolean wrappers(Document page, Scene scene, Random place, Random visit) {
    for (Element element : scene.main().blocks(page, 3)) {
      if (visit.nextInt(4) == 0 && element.children().isEmpty()) {
        element.html("<span>\n  " + element.html() + " </span>");
      }
    }
    if (visit.nextBoolean()) {
      page.select("b").forEach(bold -> bold.tagName("strong"));
    }
    return true;
  }

  private static boolean typography(Document page, Scene scene, Random place, Random visit) {
    boolean fine = visit.nextBoolean();
    page.body()
        .forEachNode(
            node -> {
              if (node instanceof org.jsoup.nodes.TextNode words && !words.isBlank()) {
                String text = words.getWholeText();
                words.text(
                    fine ? text.replace("'", "’").replace("...", "…") : text.replace('’', '\''));
              }
            });
    return true;
  }

  private static boolean reorderLinks(Document page, Scene scene, Random place, Random visit) {
    int lists = 0;
    for (Element list : page.select("nav ul,footer ul,aside ul,header ul")) {
      if (list.childrenSize() >= 3) {
        shuffle(list, visit);
        lists++;
      }
    }
    return lists > 0;
  }

  private static boolean reorderCards(Document page, Scene scene, Random place, Random visit) {
    List<Element> rows = Cards.rows(page, scene.main());
    if (rows.isEmpty()) {
      return false;
    }
    shuffle(rows.get(place.nextInt(rows.size())), visit);
    return true;
  }

  /// The first card of today is another one, the order stays.
  private static boolean carousel(Document page, Scene scene, Random place, Random visit) {
    List<Element> rows = Cards.rows(page, scene.main());
    if (rows.isEmpty()) {
      return false;
    }
    Element row = rows.get(place.nextInt(rows.size()));
    for (int turns = visit.nextInt(row.childrenSize()); turns > 0; turns--) {
      row.appendChild(row.child(0));
    }
    return true;
  }

  private static void shuffle(Element list, Random random) {
    List<Node> items = new java.util.ArrayList<>(list.children());
    Collections.shuffle(items, random);
    items.forEach(list::appendChild);
  }
}
