package io.competitoriq.crawl.politeness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads `robots-cases.txt`, whose head explains itself.
final class RobotsCases {
  private static final Pattern CHARACTER = Pattern.compile("\\\\u([0-9a-f]{4})");

  private RobotsCases() {}

  /// One question about one file.
  record Check(String title, RobotsFile file, String verb, String agent, String object) {
    URI address() {
      return URI.create(object);
    }

    @Override
    public String toString() {
      return title + ": " + verb + " " + agent + " " + object;
    }
  }

  static List<Check> all() throws IOException {
    try (InputStream in = RobotsCases.class.getResourceAsStream("/robots-cases.txt")) {
      if (in == null) {
        throw new IllegalStateException("robots-cases.txt is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n== ")).skip(1).flatMap(s -> section(s).stream()).toList();
    }
  }

  private static List<Check> section(String section) {
    List<String> lines = section.lines().toList();
    String eol = setting(lines, "eol ", "LF").replace("CR", "\r").replace("LF", "\n");
    StringBuilder content = new StringBuilder();
    lines.stream()
        .filter(line -> line.startsWith("|"))
        .forEach(line -> content.append(unescaped(line.substring(1).strip())).append(eol));
    byte[] body = bytes(setting(lines, "bytes ", ""), content.toString());
    String type = setting(lines, "type: ", "text/plain");
    List<Check> checks = new ArrayList<>();
    for (String line : lines) {
      if (line.matches("(allow|deny|delay) .*")) {
        String[] words = line.split(" ");
        RobotsFile file = RobotsFile.read(body, type, words[1]);
        for (String object : Arrays.copyOfRange(words, 2, words.length)) {
          checks.add(new Check(lines.getFirst(), file, words[0], words[1], object));
        }
      }
    }
    return checks;
  }

  private static byte[] bytes(String mark, String content) {
    if (mark.startsWith("utf")) {
      return ("\ufeff" + content).getBytes(Charset.forName(mark));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HexFormat.of().parseHex(mark.replace(" ", "")));
    bytes.writeBytes(content.getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static String setting(List<String> lines, String name, String otherwise) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElse(otherwise);
  }

  private static String unescaped(String line) {
    return CHARACTER.matcher(line).replaceAll(RobotsCases::character);
  }

  private static String character(MatchResult match) {
    return String.valueOf((char) Integer.parseInt(match.group(1), 16));
  }
}
