package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Links that stand in the data of a page (`__NEXT_DATA__` and other JSON scripts) and become
/// visible when its scripts run: objects with an address and a word for it.
final class ScriptLinks {

  private static final int DEEPEST = 24;
  private static final int MOST = 400;
  private static final List<String> ADDRESSES = List.of("href", "url", "link", "path", "to");
  private static final List<String> WORDS = List.of("label", "title", "text", "name", "children");

  private final URI base;
  private final List<Link> links = new ArrayList<>();

  private ScriptLinks(URI base) {
    this.base = base;
  }

  static List<Link> of(Document page, URI base) {
    ScriptLinks found = new ScriptLinks(base);
    for (Element script : page.select("script[type=application/json]")) {
      try {
        found.walk(new JsonObject(script.data()), 0);
      } catch (DecodeException notAnObject) {
        // data of another form holds no menu
      }
    }
    return List.copyOf(found.links);
  }

  private void walk(Object value, int depth) {
    if (depth > DEEPEST || links.size() >= MOST) {
      return;
    }
    if (value instanceof JsonObject object) {
      link(object).ifPresent(links::add);
      object.forEach(member -> walk(member.getValue(), depth + 1));
    } else if (value instanceof JsonArray array) {
      array.forEach(item -> walk(item, depth + 1));
    }
  }

  private Optional<Link> link(JsonObject object) {
    Optional<String> word = text(object, WORDS).filter(text -> text.length() <= 80);
    return text(object, ADDRESSES)
        .filter(text -> text.startsWith("/") || text.startsWith("http"))
        .flatMap(text -> word.flatMap(label -> link(text, label)));
  }

  private static Optional<String> text(JsonObject object, List<String> names) {
    return names.stream()
        .map(object::getValue)
        .flatMap(value -> value instanceof String text ? Stream.of(text) : Stream.empty())
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private Optional<Link> link(String address, String label) {
    try {
      URI url = base.resolve(address.replaceAll("#.*$", ""));
      return Optional.of(new Link(url, PageReader.shortened(label)))
          .filter(link -> url.getHost() != null && url.getScheme().startsWith("http"));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
