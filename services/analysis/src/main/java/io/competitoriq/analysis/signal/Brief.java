package io.competitoriq.analysis.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.profile.Audience;
import io.competitoriq.messages.Category;
import io.competitoriq.messages.SourceKind;
import java.util.List;

/// What a signal says without a language model: what changed, why it may matter and to whom, by
/// rules over its typed facts and its category. Pure: the same signal always gives the same brief.
///
/// @param whatChanged one sentence each, the weightiest first, at most [#MOST_CHANGES]
/// @param moreChanges how many are left out
/// @param whyItMayMatter one to three sentences, the weightiest first
public record Brief(
    List<String> whatChanged,
    int moreChanges,
    List<String> whyItMayMatter,
    List<Audience> audience) {

  public static final int MOST_CHANGES = 6;

  static Brief of(Category category, SourceKind source, String pageTitle, SignalContent content) {
    List<Line> facts = FactLines.of(content.facts(), source);
    List<Line> lines = facts.isEmpty() ? TextLines.of(content.texts(), source, pageTitle) : facts;
    List<String> shown = lines.stream().limit(MOST_CHANGES).map(line -> line.full() + ".").toList();
    return new Brief(
        shown,
        lines.size() - shown.size(),
        BriefReasons.of(category, source, content),
        audience(category));
  }

  /// The brief of a stored signal.
  ///
  /// @param content the column `content` of the signal
  public static Brief read(
      ObjectMapper json, Category category, SourceKind source, String pageTitle, String content) {
    try {
      return of(category, source, pageTitle, json.readValue(content, SignalContent.class));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("a signal's content is not readable", unreadable);
    }
  }

  private static List<Audience> audience(Category category) {
    return switch (category) {
      case PRICING -> List.of(Audience.SALES, Audience.EXECUTIVE);
      case PRODUCT -> List.of(Audience.PRODUCT, Audience.SALES);
      case POSITIONING -> List.of(Audience.MARKETING, Audience.EXECUTIVE);
      case HIRING -> List.of(Audience.EXECUTIVE, Audience.PRODUCT);
      case NEWS -> List.of(Audience.MARKETING);
      case LEADERSHIP, LEGAL -> List.of(Audience.EXECUTIVE);
      case OTHER -> List.of();
    };
  }
}
