package io.competitoriq.analysis.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.messages.Category;
import io.competitoriq.messages.Side;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an edition says, in the words in which mail, web view and PDF all say it. Stored as one
/// JSON document.
///
/// @param zone IANA time zone of its times
/// @param headline one sentence
/// @param selection in words, which signals it is about
/// @param competitors with news, the weightiest first
/// @param more how many stories are not told one by one
/// @param quiet names of watched competitors without news
/// @param checked null when the crawl service could not be asked
/// @param checks one sentence on what was checked
/// @param basis one sentence on who wrote it: rules, or a model where its assessment is quoted
@RegisterForReflection(
    targets = {
      EditionContent.class,
      EditionContent.Group.class,
      EditionContent.Story.class,
      EditionContent.Move.class,
      EditionContent.Quote.class,
      Checked.class
    })
@JsonIgnoreProperties(ignoreUnknown = true)
public record EditionContent(
    String name,
    Audience audience,
    String zone,
    Instant from,
    Instant to,
    String headline,
    String selection,
    int signals,
    int stories,
    List<Group> competitors,
    int more,
    List<String> quiet,
    @Nullable Checked checked,
    String checks,
    String basis) {

  public EditionContent {
    competitors = List.copyOf(competitors);
    quiet = List.copyOf(quiet);
  }

  /// A competitor's stories, the weightiest first.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Group(UUID competitorId, String name, List<Story> stories) {

    public Group {
      stories = List.copyOf(stories);
    }
  }

  /// One story, told by its weightiest signal of the period.
  ///
  /// @param sources how many sources tell of it
  /// @param significance 0..100 by rules
  /// @param reasons how the significance came about, one sentence per factor
  /// @param whyItMatters a model's words that stood up to the evidence; null without a model
  /// @param url the competitor's page
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Story(
      UUID signalId,
      UUID storyId,
      Category category,
      String severity,
      int significance,
      String headline,
      String summary,
      List<Move> moves,
      List<String> reasons,
      @Nullable String whyItMatters,
      int sources,
      List<Quote> quotes,
      String url,
      Instant detectedAt) {

    public Story {
      moves = List.copyOf(moves);
      reasons = List.copyOf(reasons);
      quotes = List.copyOf(quotes);
    }

    /// `+6 sources`, or nothing for one.
    public String otherSources() {
      return sources < 2 ? "" : "+" + (sources - 1) + (sources == 2 ? " source" : " sources");
    }
  }

  /// An old and a new value.
  ///
  /// @param before null when it is new
  /// @param after null when it is gone
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Move(String subject, @Nullable String before, @Nullable String after) {}

  /// A sentence the story was read from.
  ///
  /// @param start first character of the quote in the document's text, from 0
  /// @param end one past the last character
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Quote(
      UUID documentId,
      UUID evidenceId,
      Side side,
      String text,
      int start,
      int end,
      String url,
      Instant fetchedAt) {}
}
