package io.competitoriq.bench.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Pages as WCXB keeps them: `html/ID.html.gz` (or `.html`) and `ground-truth/ID.json`.
final class Corpus {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Corpus() {}

  /// A page with what people found in it.
  ///
  /// @param kind article, product, ... ; WCXB's "category" is a collection
  /// @param date `yyyy-mm-dd`, empty when the page has none
  /// @param must texts the main content holds
  /// @param mustNot texts it does not hold
  record Page(
      String id,
      String kind,
      String url,
      String html,
      String mainContent,
      String title,
      String author,
      String date,
      List<String> must,
      List<String> mustNot) {}

  static List<Page> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("html"))) {
      List<Page> pages =
          files
              .filter(file -> file.getFileName().toString().contains(".html"))
              .sorted()
              .map(file -> page(folder, file))
              .toList();
      if (pages.isEmpty()) {
        throw new IOException(folder.resolve("html") + " holds no pages");
      }
      return pages;
    }
  }

  private static Page page(Path folder, Path file) {
    String id = file.getFileName().toString().replaceAll("\\.html(\\.gz)?$", "");
    try {
      byte[] bytes = Files.readAllBytes(file);
      boolean packed = file.toString().endsWith(".gz");
      byte[] html =
          packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
      JsonNode known = MAPPER.readTree(folder.resolve("ground-truth/" + id + ".json").toFile());
      JsonNode truth = known.path("ground_truth");
      String kind = known.path("_internal").path("page_type").path("primary").asText("unknown");
      return new Page(
          id,
          kind.equals("category") ? "collection" : kind,
          known.path("url").asText("https://example.com/"),
          new String(html, StandardCharsets.UTF_8),
          text(truth, "main_content"),
          text(truth, "title"),
          text(truth, "author"),
          text(truth, "publish_date"),
          texts(truth.path("with")),
          texts(truth.path("without")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(JsonNode truth, String name) {
    JsonNode value = truth.path(name);
    return value.isNull() ? "" : value.asText("");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
