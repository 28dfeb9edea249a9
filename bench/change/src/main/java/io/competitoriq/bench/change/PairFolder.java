package io.competitoriq.bench.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Pairs made elsewhere: `pairs.jsonl` with id, op and changed in each line, and `html/ID.old.gz`,
/// `html/ID.new.gz`.
final class PairFolder {

  private PairFolder() {}

  static List<Entry> read(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Entry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("pairs.jsonl"))) {
      JsonNode pair = json.readTree(line);
      String id = pair.path("id").asText();
      Path html = folder.resolve("html");
      entries.add(
          new Entry(
              id,
              pair.path("op").asText(),
              pair.path("changed").asBoolean(),
              html.resolve(id + ".old.gz"),
              html.resolve(id + ".new.gz")));
    }
    return entries;
  }

  /// The text of a page, unpacked where the name says so.
  static String page(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// @param changed whether something true changed between the two
  record Entry(String id, String operator, boolean changed, Path before, Path after) {}
}
