package io.competitoriq.process.maintext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.competitoriq.process.maintext.Passage.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Texts a page keeps in its JSON-LD: on pages drawn by scripts the only ones. They are found by
/// their names, so that damaged JSON still gives what is whole in it.
final class JsonLdPassages {

  static final String SCRIPTS = "script[type*=ld+json]";

  private static final int MOST = 40;
  private static final int SHORTEST = 25;
  private static final Pattern TEXTS =
      Pattern.compile(
          "\"(articleBody|description|reviewBody|text|name|headline)\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*+\")");
  private static final ObjectMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private JsonLdPassages() {}

  static List<Passage> read(Document page, Place body) {
    List<Passage> passages = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Element script : page.select(SCRIPTS)) {
      Matcher found = TEXTS.matcher(script.data());
      while (passages.size() < MOST && found.find()) {
        Origin origin = origin(found.group(1));
        decoded(found.group(2))
            .filter(text -> text.length() >= SHORTEST && seen.add(text))
            .ifPresent(text -> passages.add(Passage.ofJsonLd(text, body, origin)));
      }
    }
    return passages;
  }

  private static Origin origin(String name) {
    return switch (name) {
      case "articleBody" -> Origin.ARTICLE_BODY;
      case "description" -> Origin.DESCRIPTION;
      case "reviewBody" -> Origin.REVIEW_BODY;
      case "text" -> Origin.TEXT;
      default -> Origin.NAME;
    };
  }

  /// JSON can escape what no text holds: half characters and zeros.
  private static String storable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace('\0', ' ');
  }

  private static Optional<String> decoded(String quoted) {
    if (quoted.length() < SHORTEST + 2) {
      return Optional.empty();
    }
    try {
      String value = LENIENT.readValue(quoted, String.class);
      String text = value.indexOf('<') >= 0 ? Jsoup.parseBodyFragment(value).text() : value;
      return Optional.of(Whitespace.collapse(storable(text)));
    } catch (JsonProcessingException damaged) {
      return Optional.empty();
    }
  }
}
