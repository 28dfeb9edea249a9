package io.competitoriq.analysis.digest;

import io.competitoriq.analysis.digest.EditionContent.Group;
import io.competitoriq.analysis.digest.EditionContent.Move;
import io.competitoriq.analysis.digest.EditionContent.Quote;
import io.competitoriq.analysis.digest.EditionContent.Story;
import io.competitoriq.messages.Side;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An edition as it lies on paper, in mail and PDF alike: every word is found here, the templates
/// only lay it out. Characters that XML cannot hold are gone, whatever was crawled.
///
/// @param link where the edition is read in the application; empty where it has no address
/// @param more a sentence on what is not told one by one; empty when all is
@TemplateData
record Sheet(
    String title,
    String headline,
    String period,
    String audience,
    String selection,
    List<Chapter> chapters,
    String more,
    String quiet,
    String checks,
    String asOf,
    String basis,
    String link) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

  /// A competitor.
  @TemplateData
  record Chapter(String name, List<Entry> entries) {}

  /// A story.
  @TemplateData
  record Entry(
      String headline,
      String link,
      String meta,
      List<Line> moves,
      String summary,
      String whyItMatters,
      String reasons,
      List<Cited> quotes) {}

  /// Old and new value.
  @TemplateData
  record Line(String subject, String before, String after) {}

  /// A quote and where it is written.
  ///
  /// @param link where it stands in the text we keep
  @TemplateData
  record Cited(String text, String link, String where, String url) {}

  /// @param base the application's address
  /// @param path of the edition there; empty where it has none
  /// @param most how many stories are told one by one
  static Sheet of(EditionContent content, String base, String path, int most) {
    ZoneId zone = ZoneId.of(content.zone());
    List<Chapter> chapters = chapters(content, base, zone, most);
    int told = chapters.stream().mapToInt(chapter -> chapter.entries().size()).sum();
    return new Sheet(
        clean(content.name()),
        clean(content.headline()),
        "%s to %s (%s)"
            .formatted(
                DAY.format(content.from().atZone(zone)),
                DAY.format(content.to().atZone(zone)),
                content.zone()),
        words(content.audience().name()),
        clean(content.selection()),
        chapters,
        more(content.stories() - told),
        clean(String.join(", ", content.quiet())),
        content.checks(),
        content.checked() == null ? "" : DAY.format(content.checked().asOf().atZone(zone)),
        content.basis(),
        path.isEmpty() ? "" : base + path);
  }

  private static List<Chapter> chapters(
      EditionContent content, String base, ZoneId zone, int most) {
    List<Chapter> chapters = new ArrayList<>();
    int left = most;
    for (Group group : content.competitors()) {
      List<Entry> entries =
          group.stories().stream().limit(left).map(story -> entry(story, base, zone)).toList();
      left -= entries.size();
      if (!entries.isEmpty()) {
        chapters.add(new Chapter(clean(group.name()), entries));
      }
    }
    return chapters;
  }

  private static Entry entry(Story story, String base, ZoneId zone) {
    return new Entry(
        clean(story.headline()),
        base + "/signals/" + story.signalId(),
        meta(story, zone),
        story.moves().stream().map(Sheet::line).toList(),
        story.moves().isEmpty() ? clean(story.summary()) : "",
        clean(story.whyItMatters()),
        clean(String.join(" ", story.reasons())),
        story.quotes().stream().map(quote -> cited(quote, base, zone)).toList());
  }

  private static String meta(Story story, ZoneId zone) {
    String others = story.otherSources();
    return "%s · %s · significance %d of 100%s · %s"
        .formatted(
            words(story.category().name()),
            words(story.severity()),
            story.significance(),
            others.isEmpty() ? "" : " · " + others,
            DAY.format(story.detectedAt().atZone(zone)));
  }

  private static Line line(Move move) {
    return new Line(
        clean(move.subject()),
        clean(Objects.requireNonNullElse(move.before(), "(none)")),
        clean(Objects.requireNonNullElse(move.after(), "(none)")));
  }

  private static Cited cited(Quote quote, String base, ZoneId zone) {
    return new Cited(
        clean(quote.text()),
        "%s/documents/%s?quote=%d-%d"
            .formatted(base, quote.documentId(), quote.start(), quote.end()),
        (quote.side() == Side.BEFORE ? "before, read " : "read ") + at(quote.fetchedAt(), zone),
        clean(quote.url()));
  }

  private static String at(Instant at, ZoneId zone) {
    return DAY.format(at.atZone(zone));
  }

  private static String more(int stories) {
    if (stories <= 0) {
      return "";
    }
    return stories == 1
        ? "1 more story is not shown here."
        : stories + " more stories are not shown here.";
  }

  private static String words(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String clean(@Nullable String text) {
    return Objects.requireNonNullElse(text, "")
        .replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
  }
}
