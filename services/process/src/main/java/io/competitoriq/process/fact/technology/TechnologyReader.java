package io.competitoriq.process.fact.technology;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Names software by the hosts a page loads scripts, styles, frames and pictures from (resource
/// `hosts.csv`) and by its `generator`. Hints: no words of the page carry them, so they are only
/// proposed.
public final class TechnologyReader {

  private static final double BY_HOST = 0.8;
  private static final double BY_GENERATOR = 0.9;
  private static final String RESOURCE = "/io/competitoriq/process/fact/technology/hosts.csv";
  private static final Map<String, Known> HOSTS = hosts();

  private TechnologyReader() {}

  public static List<FactDraft> read(Document page) {
    Map<String, FactDraft> found = new LinkedHashMap<>();
    for (Element generator : page.select("meta[name=generator][content]")) {
      String name =
          Texts.collapse(generator.attr("content"))
              .replaceFirst("(?i)[\\s;,(]+v?\\d.*$", "")
              .replaceFirst("(?i)^powered by ", "");
      if (!name.isEmpty() && name.length() <= 40 && name.matches(".*\\p{L}{2}.*")) {
        add(found, new Known(name, "generator"), generator.attr("content"), BY_GENERATOR);
      }
    }
    page.select("script[src], link[href], iframe[src], img[src]").stream()
        .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
        .map(TechnologyReader::host)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(
            host -> {
              Known known = known(host);
              if (known != null) {
                add(found, known, host, BY_HOST);
              }
            });
    return List.copyOf(found.values());
  }

  private static Optional<String> host(String address) {
    try {
      String absolute = address.startsWith("//") ? "https:" + address : address;
      return Optional.ofNullable(URI.create(absolute.strip()).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /// By the host, or by what is left of it without its first labels.
  private static @Nullable Known known(String host) {
    for (String end = host; end.contains("."); end = end.substring(end.indexOf('.') + 1)) {
      Known known = HOSTS.get(end);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private static void add(
      Map<String, FactDraft> found, Known known, String sign, double confidence) {
    String key = FactDraft.key(FactKind.TECHNOLOGY, known.name(), known.category(), null);
    found.putIfAbsent(
        key,
        new FactDraft(
            FactKind.TECHNOLOGY,
            key,
            known.name(),
            known.category(),
            FactValue.ofText(sign),
            Method.RULE,
            confidence,
            null,
            null,
            null));
  }

  private static Map<String, Known> hosts() {
    try (InputStream list = TechnologyReader.class.getResourceAsStream(RESOURCE)) {
      if (list == null) {
        throw new IllegalStateException("missing " + RESOURCE);
      }
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(",", 3))
          .collect(Collectors.toMap(parts -> parts[0], parts -> new Known(parts[1], parts[2])));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private record Known(String name, String category) {}
}
