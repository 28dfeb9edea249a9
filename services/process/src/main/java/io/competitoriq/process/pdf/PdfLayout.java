package io.competitoriq.process.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Lays lines out as a page: what is set larger than most of the text is a heading, rows below each
/// other are a table, lines that go on are one paragraph. Pure.
final class PdfLayout {
  private static final float LARGER = 1.15f;
  private static final int LONGEST_HEADING = 160;
  private static final int HEADING_LEVELS = 3;
  private static final Pattern BULLET =
      Pattern.compile("^(?:[•‣▪▫◦●○■□–—➢➤✓✔*·-]|\\d{1,2}[.)])\\s+(?=\\S)");

  private final List<Line> lines;
  private final Paragraphs paragraphs;
  private final Predicate<String> namesMoney;
  private final float body;
  private final List<Float> headings;

  private PdfLayout(List<Line> lines, Predicate<String> namesMoney) {
    this.lines = lines;
    this.namesMoney = namesMoney;
    this.paragraphs = new Paragraphs(lines, namesMoney);
    this.body = mostUsedSize(lines);
    this.headings =
        List.copyOf(
            new TreeSet<>(lines.stream().filter(this::isHeading).map(Line::size).toList())
                .descendingSet());
  }

  /// @param lines in reading order
  static Document of(List<Line> lines, Predicate<String> namesMoney) {
    return new PdfLayout(lines, namesMoney).lay();
  }

  /// The first of the lines set in the largest letters.
  static String largest(List<Line> lines) {
    Line largest = lines.getFirst();
    for (Line line : lines) {
      largest = line.size() > largest.size() ? line : largest;
    }
    return largest.text();
  }

  private Document lay() {
    Document page = Jsoup.parse("");
    Element sheet = page.body();
    int number = 0;
    int at = 0;
    while (at < lines.size()) {
      if (lines.get(at).page() != number) {
        number = lines.get(at).page();
        // Sheets that look alike would be cards, and a heading would end with its sheet.
        sheet = page.body().appendElement("div").addClass("sheet" + number);
      }
      at += lay(at, sheet);
    }
    return page;
  }

  /// How many lines were laid.
  private int lay(int at, Element sheet) {
    Line line = lines.get(at);
    int rows = paragraphs.rows(at);
    if (rows > 1) {
      table(lines.subList(at, at + rows), sheet.appendElement("table"));
      return rows;
    }
    if (isHeading(line)) {
      int level = Math.min(headings.indexOf(line.size()), HEADING_LEVELS - 1) + 2;
      sheet.appendElement("h" + level).text(line.text());
      return 1;
    }
    int length = paragraphs.length(at);
    String text = Paragraphs.joined(lines.subList(at, at + length));
    if (BULLET.matcher(text).find()) {
      item(sheet).text(BULLET.matcher(text).replaceFirst(""));
    } else {
      sheet.appendElement("p").text(text);
    }
    return length;
  }

  private static Element item(Element sheet) {
    @Nullable Element last = sheet.lastElementChild();
    Element list =
        last != null && last.normalName().equals("ul") ? last : sheet.appendElement("ul");
    return list.appendElement("li");
  }

  private static void table(List<Line> rows, Element table) {
    for (Line row : rows) {
      Element tr = table.appendElement("tr");
      row.cells().forEach(cell -> tr.appendElement("td").text(cell));
    }
  }

  /// A large price is no heading: what stands below it would seem another text when it changes.
  private boolean isHeading(Line line) {
    return !line.isRow()
        && line.size() >= LARGER * body
        && line.text().length() <= LONGEST_HEADING
        && line.text().codePoints().anyMatch(Character::isLetter)
        && !namesMoney.test(line.text());
  }

  private static float mostUsedSize(List<Line> lines) {
    Map<Float, Integer> letters = new HashMap<>();
    lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(1f);
  }
}
