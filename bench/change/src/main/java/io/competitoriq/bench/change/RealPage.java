package io.competitoriq.bench.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// One page of the corpus with what people say its main content is.
///
/// @param kind article, product, service, ...
/// @param mainText lines of main content
record RealPage(String id, String kind, URI url, String html, String mainText) {

  private static final int SMALLEST = 3_000;
  private static final int LARGEST = 500_000;

  /// Pages of a folder with `index.json`, `html/ID.html.gz` and `ground-truth/ID.json`, in an order
  /// the seed decides. Pages that are next to empty or very large are left out.
  static List<RealPage> read(Path folder, long seed) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<RealPage> pages = new ArrayList<>();
    for (JsonNode entry : json.readTree(folder.resolve("index.json").toFile())) {
      String id = entry.path("id").asText();
      String html = PairFolder.page(folder.resolve("html/" + id + ".html.gz"));
      JsonNode truth = json.readTree(folder.resolve("ground-truth/" + id + ".json").toFile());
      String main = truth.path("ground_truth").path("main_content").asText("");
      if (html.length() >= SMALLEST && html.length() <= LARGEST && !main.isBlank()) {
        pages.add(
            new RealPage(
                id,
                entry.path("type").asText(),
                URI.create("https://" + entry.path("domain").asText() + "/page"),
                html,
                main));
      }
    }
    java.util.Collections.shuffle(pages, new Random(seed));
    return pages;
  }
}
