package io.competitoriq.analysis.signal;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sentences about changed text, the most important first.
final class TextLines {

  private static final int BRIEF = 70;
  private static final int FULL = 160;
  private static final int HEADING = 120;

  private TextLines() {}

  static List<Line> of(List<TextChange> texts, SourceKind source, String pageTitle) {
    String place = place(source, pageTitle);
    return texts.stream()
        .map(text -> line(text, source, place))
        .sorted(Comparator.comparingDouble(Line::weight).reversed())
        .toList();
  }

  /// Whether the change is of the line a visitor reads first: short, on the home page, under no
  /// other heading than itself.
  static boolean isHeadline(TextChange change, SourceKind source) {
    String before = change.before();
    String after = change.after();
    if (source != SourceKind.HOME || change.kind() != ChangeKind.MODIFIED) {
      return false;
    }
    if (before == null || after == null || Math.max(before.length(), after.length()) > HEADING) {
      return false;
    }
    List<String> path = change.path();
    return path.isEmpty() || (path.size() == 1 && (path.contains(before) || path.contains(after)));
  }

  private static Line line(TextChange change, SourceKind source, String place) {
    double weight = weight(change, source);
    return new Line(
        weight, sentence(change, source, place, BRIEF), sentence(change, source, place, FULL));
  }

  private static String sentence(TextChange change, SourceKind source, String place, int max) {
    String before = change.before() == null ? "" : change.before();
    String after = change.after() == null ? "" : change.after();
    String where = place + under(change.path());
    return switch (change.kind()) {
      case ADDED -> "New text on " + where + ": " + Excerpt.quoted(after, max);
      case REMOVED -> "Text removed from " + where + ": " + Excerpt.quoted(before, max);
      case MOVED ->
          "Text moved on " + place + ": " + Excerpt.quoted(after.isEmpty() ? before : after, max);
      case MODIFIED ->
          isHeadline(change, source)
              ? "Headline on " + place + " changed: " + Excerpt.change(before, after, max)
              : "Text on " + where + " changed: " + Excerpt.change(before, after, max);
    };
  }

  private static double weight(TextChange change, SourceKind source) {
    double size = Math.min(length(change.before()) + length(change.after()), 4000) / 4001.0;
    return switch (change.kind()) {
      case MODIFIED -> isHeadline(change, source) ? 20 : 3 + size;
      case ADDED -> 2 + size;
      case REMOVED -> 2 + size;
      case MOVED -> size;
    };
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static String under(List<String> path) {
    return path.isEmpty() ? "" : " under " + Excerpt.quoted(path.getLast(), 50);
  }

  static String place(SourceKind source, String pageTitle) {
    return switch (source) {
      case HOME -> "the home page";
      case PRICING -> "the pricing page";
      case FEATURES -> "the features page";
      case CHANGELOG -> "the changelog";
      case BLOG -> "the blog";
      case NEWS -> "the news page";
      case CAREERS -> "the careers page";
      case ABOUT -> "the about page";
      case DOCS -> "the documentation";
      case HELP -> "the help centre";
      case STATUS -> "the status page";
      case CUSTOMERS -> "the customers page";
      case SECURITY -> "the security page";
      case LEGAL -> pageTitle.isBlank() ? "the legal page" : named(pageTitle);
      case SOCIAL -> "the social profile";
      case REVIEWS -> "the review profile";
      case APPS -> "the app's page in the store";
      case ADS -> "the list of advertisements";
      case OTHER -> pageTitle.isBlank() ? "the page" : named(pageTitle);
    };
  }

  private static String named(String pageTitle) {
    return "the page " + Excerpt.quoted(pageTitle, 50);
  }
}
