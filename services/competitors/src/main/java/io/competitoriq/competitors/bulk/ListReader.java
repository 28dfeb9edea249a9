package io.competitoriq.competitors.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.competitoriq.http.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Reads lists of sources. Pure.
final class ListReader {
  private static final ObjectReader ROWS =
      new CsvMapper()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .readerForMapOf(String.class);

  private ListReader() {}

  /// What a text looks like.
  static ListFormat formatOf(String text) {
    String start = text.stripLeading();
    if (start.startsWith("<")) {
      return ListFormat.OPML;
    }
    String firstLine = start.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    boolean header =
        List.of(firstLine.split("[,;\t]", -1)).stream().anyMatch(it -> name(it).equals("url"));
    return header ? ListFormat.CSV : ListFormat.URLS;
  }

  /// Fails with problem `list-unreadable` when the text as a whole is not in the format.
  static List<Entry> read(String text, ListFormat format) {
    return switch (format) {
      case URLS -> urls(text);
      case CSV -> csv(text);
      case OPML -> opml(text);
    };
  }

  private static List<Entry> urls(String text) {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String url = line.strip();
      if (!url.isEmpty() && !url.startsWith("#")) {
        entries.add(Entry.page(number, url));
      }
    }
    return entries;
  }

  private static List<Entry> csv(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(plain));
    List<Entry> entries = new ArrayList<>();
    try (MappingIterator<Map<String, String>> rows = ROWS.with(schema).readValues(plain)) {
      while (rows.hasNextValue()) {
        int number = rows.getCurrentLocation().getLineNr();
        Map<String, String> row = new TreeMap<>();
        rows.nextValue().forEach((column, value) -> row.put(name(column), value.strip()));
        entries.add(entry(number, row));
      }
    } catch (JsonProcessingException broken) {
      throw unreadable(
          "line %d of the CSV cannot be read: %s"
              .formatted(broken.getLocation().getLineNr(), broken.getOriginalMessage()));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return entries;
  }

  private static Entry entry(int number, Map<String, String> row) {
    if (!row.containsKey("url")) {
      throw unreadable("the CSV has no column \"url\"; its first line must name the columns");
    }
    return new Entry(
        number,
        row.getOrDefault("url", ""),
        row.getOrDefault("kind", ""),
        row.getOrDefault("collector", ""),
        row.getOrDefault("title", ""),
        row.getOrDefault("interval", ""),
        row.getOrDefault("competitor", ""),
        row.getOrDefault("name", ""));
  }

  private static String name(String column) {
    return column.strip().replace("\"", "").replace("\uFEFF", "").toLowerCase(Locale.ROOT);
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    for (char separator : new char[] {'\t', ';'}) {
      if (header.indexOf(separator) >= 0) {
        return separator;
      }
    }
    return ',';
  }

  private static List<Entry> opml(String text) {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    Parser parser = Parser.xmlParser().setTrackPosition(true);
    for (Element outline : Jsoup.parse(text, "", parser).select("opml outline")) {
      number = Math.max(number, outline.sourceRange().start().lineNumber());
      String title = outline.attr("title").isBlank() ? outline.attr("text") : outline.attr("title");
      if (!outline.attr("xmlUrl").isBlank()) {
        String site = outline.attr("htmlUrl").strip();
        entries.add(
            new Entry(number, outline.attr("xmlUrl").strip(), "", "FEED", title, "", site, ""));
      } else if (!outline.attr("htmlUrl").isBlank()) {
        entries.add(new Entry(number, outline.attr("htmlUrl").strip(), "", "", title, "", "", ""));
      }
    }
    if (entries.isEmpty()) {
      throw unreadable("the OPML names no feed and no page (an outline with xmlUrl or htmlUrl)");
    }
    return entries;
  }

  private static RuntimeException unreadable(String why) {
    return Problems.badRequest("list-unreadable", "Nothing was added: " + why + ".");
  }
}
