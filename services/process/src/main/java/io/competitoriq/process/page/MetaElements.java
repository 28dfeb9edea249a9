package io.competitoriq.process.page;

import io.competitoriq.process.content.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The `meta` elements of a page by property, name or itemprop; the first one that says something
/// counts.
final class MetaElements {

  private final Map<String, String> contents = new HashMap<>();

  MetaElements(Document page) {
    for (Element meta : page.select("meta[content]")) {
      String content = Texts.collapse(meta.attr("content"));
      if (!content.isEmpty()) {
        for (String attribute : new String[] {"property", "name", "itemprop"}) {
          contents.putIfAbsent(meta.attr(attribute).strip().toLowerCase(Locale.ROOT), content);
        }
      }
    }
    contents.remove("");
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(contents.get(name.toLowerCase(Locale.ROOT)));
  }

  /// Contents of those of some names that are there, in the order of the names.
  Stream<String> of(String... names) {
    return Stream.of(names).flatMap(name -> get(name).stream());
  }
}
