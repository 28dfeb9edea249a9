package io.competitoriq.competitors.discovery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One site shape: what its hosts answer and what somebody who knows such sites would want to be
/// offered. The files are explained in `discovery/README.md`.
record Shape(
    String name,
    String ask,
    boolean heldOut,
    String fails,
    List<Wanted> expected,
    List<String> acceptable,
    List<String> forbidden,
    Map<String, Answer> answers) {

  /// A suggestion that is hoped for; `what` is its kind, with the collector when it is not ours.
  record Wanted(String what, String url) {

    static Wanted parse(String text) {
      String[] parts = text.split(" ", 2);
      return new Wanted(parts[0], parts[1]);
    }
  }

  /// What a host says at one address.
  record Answer(Map<String, String> flags, String body) {}

  /// Recorded from the demo market, not made up.
  boolean isOfTheMarket() {
    return name.startsWith("demo-");
  }

  static List<Shape> all() {
    Path root = Path.of("src/test/resources/discovery");
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(Files::isDirectory).sorted().map(Shape::read).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Shape read(Path folder) {
    JsonObject json = new JsonObject(text(folder.resolve("expected.json")));
    return new Shape(
        folder.getFileName().toString(),
        json.getString("ask"),
        json.getBoolean("heldOut", false),
        json.getString("fails", ""),
        strings(json, "expected").stream().map(Wanted::parse).toList(),
        strings(json, "acceptable"),
        strings(json, "forbidden"),
        answers(text(folder.resolve("site.txt"))));
  }

  private static List<String> strings(JsonObject json, String name) {
    return json.getJsonArray(name, new JsonArray()).stream().map(String::valueOf).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Answer> answers(String text) {
    Map<String, Answer> answers = new HashMap<>();
    for (String part : text.split("(?m)^GET (?=http)")) {
      if (!part.isBlank()) {
        String[] parts = part.split("\n", 2);
        List<String> head = new ArrayList<>(List.of(parts[0].strip().split(" ")));
        answers.put(address(head.removeFirst()), new Answer(flags(head), filled(parts[1])));
      }
    }
    return answers;
  }

  private static Map<String, String> flags(List<String> words) {
    Map<String, String> flags = new HashMap<>();
    words.forEach(
        word -> flags.put(word.split("=", 2)[0], word.contains("=") ? word.split("=", 2)[1] : ""));
    return flags;
  }

  /// Host, path and query: nothing is served over TLS here.
  static String address(String url) {
    URI uri = URI.create(url.replace("*", "%2A"));
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath().replace("%2A", "*");
    return uri.getHost() + path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  /// `{{urls 3 http://a/}}` as three entries of a sitemap.
  private static String filled(String body) {
    int at = body.indexOf("{{urls ");
    if (at < 0) {
      return body;
    }
    int end = body.indexOf("}}", at);
    String[] words = body.substring(at + 2, end).split(" ");
    StringBuilder urls = new StringBuilder();
    for (int i = 0; i < Integer.parseInt(words[1]); i++) {
      urls.append("<url><loc>").append(words[2]).append(i).append("</loc></url>\n");
    }
    return body.substring(0, at) + urls + body.substring(end + 2);
  }
}
