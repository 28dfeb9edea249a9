package io.competitoriq.bench.change;

import io.competitoriq.bench.change.Edit.Made;
import io.competitoriq.bench.change.Noise.Scene;
import io.competitoriq.messages.ChangeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;

/// Edits of what the real page says.
final class TextEdits {

  private static final Pattern VERB =
      Pattern.compile("\\b(is|are|was|will|can|does|includes?|supports?)\\b");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\d.,:/$€£#%-])\\b([1-9]\\d{0,3})\\b(?![\\d.,:/%]|\\s*(?:am|pm|ago|views?|comments?|likes?))");
  private static final Pattern AMOUNT = Pattern.compile("(?<=[$€£]\\s?)\\d[\\d,]*(?:\\.\\d{2})?");

  private TextEdits() {}

  static Map<String, Edit> all() {
    Map<String, Edit> kinds = new LinkedHashMap<>();
    kinds.put("paragraph added", TextEdits::paragraphAdded);
    kinds.put("paragraph removed", (page, scene, random) -> removed(page, scene, random, 12, "p"));
    kinds.put("sentence added", TextEdits::sentenceAdded);
    kinds.put("word added: not", TextEdits::negated);
    kinds.put("number in a sentence", (page, scene, random) -> number(page, scene, random, NUMBER));
    kinds.put("price", (page, scene, random) -> number(page, scene, random, AMOUNT));
    kinds.put("price, same digits", TextEdits::anagram);
    kinds.put("headline", TextEdits::headline);
    kinds.put("list item added", TextEdits::itemAdded);
    kinds.put("list item removed", (page, scene, random) -> removed(page, scene, random, 2, "li"));
    kinds.put("card added", TextEdits::cardAdded);
    kinds.put("block moved", TextEdits::moved);
    return kinds;
  }

  private static Optional<Element> any(
      Document page, Scene scene, Random random, int words, String... tags) {
    List<Element> blocks = scene.main().blocks(page, words, tags);
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(blocks.get(random.nextInt(blocks.size())));
  }

  private static Optional<Made> paragraphAdded(Document page, Scene scene, Random random) {
    String words = scene.prose().sentence(random) + " " + scene.prose().sentence(random);
    Optional<Element> place = any(page, scene, random, 10, "p");
    place.ifPresent(element -> element.after("<p>" + Entities.escape(words) + "</p>"));
    return place.flatMap(_ -> Made.added(words));
  }

  private static Optional<Made> sentenceAdded(Document page, Scene scene, Random random) {
    Optional<Element> place = any(page, scene, random, 15, "p", "li", "td");
    String words = scene.prose().sentence(random);
    place.ifPresent(element -> element.appendText(" " + words));
    return place.flatMap(_ -> Made.modified("", words));
  }

  private static Optional<Made> removed(
      Document page, Scene scene, Random random, int words, String tag) {
    if (scene.main().blocks(page, words, tag).size() < 3) {
      return Optional.empty();
    }
    Element element = any(page, scene, random, words, tag).orElseThrow();
    element.remove();
    return Made.removed(element.text());
  }

  private static Optional<Made> negated(Document page, Scene scene, Random random) {
    return rewrite(page, scene, random, VERB, verb -> verb + " not");
  }

  private static Optional<Made> number(Document page, Scene scene, Random random, Pattern numbers) {
    return rewrite(
        page,
        scene,
        random,
        numbers,
        old -> {
          char[] digits = old.toCharArray();
          digits[0] = (char) ('1' + (digits[0] - '1' + 1 + random.nextInt(8)) % 9);
          return new String(digits);
        });
  }

  private static Optional<Made> anagram(Document page, Scene scene, Random random) {
    Pattern swappable = Pattern.compile("(?<=[$€£]\\s?)(\\d)(?!\\1|0)\\d(?![\\d,])");
    return rewrite(
        page, scene, random, swappable, old -> new StringBuilder(old).reverse().toString());
  }

  /// Rewrites the first hit in a text node of main content; dates and years are left alone.
  private static Optional<Made> rewrite(
      Document page,
      Scene scene,
      Random random,
      Pattern what,
      java.util.function.UnaryOperator<String> how) {
    List<TextNode> nodes = new ArrayList<>();
    for (Element element : scene.main().blocks(page, 4)) {
      for (Element inner : element.getAllElements()) {
        for (TextNode node : inner.textNodes()) {
          Matcher hit = what.matcher(node.getWholeText());
          if (hit.find() && !hit.group().matches("(?:19|20)\\d\\d") && !isDated(element.text())) {
            nodes.add(node);
          }
        }
      }
    }
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    TextNode node = nodes.get(random.nextInt(nodes.size()));
    String old = node.getWholeText();
    Matcher hit = what.matcher(old);
    hit.find();
    node.text(old.substring(0, hit.start()) + how.apply(hit.group()) + old.substring(hit.end()));
    return Made.modified(old, node.getWholeText());
  }

  private static boolean isDated(String text) {
    return text.matches(
        "(?is).*(january|february|march|april|\\bmay\\b|june|july|august|september|october|november|december|updated|posted|published|©).*");
  }

  private static Optional<Made> headline(Document page, Scene scene, Random random) {
    Optional<Element> place = any(page, scene, random, 2, "h1", "h2", "h3");
    String words = scene.prose().words(random, 5);
    String old = place.map(Element::text).orElse("");
    place.ifPresent(element -> element.text(words));
    return place.flatMap(_ -> Made.modified(old, words));
  }

  private static Optional<Made> itemAdded(Document page, Scene scene, Random random) {
    Optional<Element> place = any(page, scene, random, 2, "li");
    String words = scene.prose().words(random, 5);
    place.ifPresent(element -> element.after("<li>" + Entities.escape(words) + "</li>"));
    return place.flatMap(_ -> Made.added(words));
  }

  private static Optional<Made> cardAdded(Document page, Scene scene, Random random) {
    List<Element> rows = Cards.rows(page, scene.main());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Element row = rows.get(random.nextInt(rows.size()));
    Element card = row.child(0).clone();
    String words = scene.prose().words(random, 7);
    boolean said = false;
    for (Element element : card.getAllElements()) {
      if (!element.ownText().isBlank()) {
        element.text(said ? scene.prose().words(random, 6) : words);
        said = true;
      }
    }
    row.insertChildren(random.nextInt(row.childrenSize()), List.of(card));
    return said ? Made.added(words) : Optional.empty();
  }

  private static Optional<Made> moved(Document page, Scene scene, Random random) {
    List<Element> blocks = scene.main().blocks(page, 12, "p");
    if (blocks.size() < 6) {
      return Optional.empty();
    }
    Element element = blocks.get(blocks.size() - 1);
    blocks.get(random.nextInt(3)).before(element);
    return Optional.of(new Made(ChangeKind.MOVED, element.text(), element.text()));
  }
}
