package io.competitoriq.analysis.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people are told, whatever the channel. Kept with its delivery, so that a repeat says the
/// same.
///
/// @param rule the rule that speaks; null for a test or an edition
/// @param items at most [#MOST_ITEMS]
/// @param more how many stories are not told one by one
/// @param edition the edition this is the short form of; null for anything else
@RegisterForReflection(
    targets = {
      Message.class,
      Message.RuleRef.class,
      Message.EditionRef.class,
      Message.Item.class,
      Message.Why.class
    })
@JsonIgnoreProperties(ignoreUnknown = true)
public record Message(
    Kind kind,
    String title,
    @Nullable RuleRef rule,
    List<Item> items,
    int more,
    Instant at,
    @Nullable EditionRef edition) {

  /// Most stories one message tells of.
  public static final int MOST_ITEMS = 25;

  public Message {
    items = List.copyOf(items);
    if (items.size() > MOST_ITEMS) {
      throw new IllegalArgumentException("at most " + MOST_ITEMS + " items");
    }
  }

  /// A message that is no edition's.
  public Message(
      Kind kind, String title, @Nullable RuleRef rule, List<Item> items, int more, Instant at) {
    this(kind, title, rule, items, more, at, null);
  }

  /// Why it is sent.
  public enum Kind {
    ALERT,
    DIGEST,
    EDITION,
    TEST
  }

  /// The edition of a digest a message is the short form of.
  ///
  /// @param link where it is read whole
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record EditionRef(UUID id, UUID digestId, String digest, String link) {}

  /// The rule that speaks.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record RuleRef(UUID id, String name) {}

  /// One story, with the signal that made the rule speak.
  ///
  /// @param competitor its name
  /// @param url the competitor's page
  /// @param link where we show it
  /// @param moves old and new values, one line each
  /// @param sources how many sources tell of the story
  /// @param why why it may matter; null in messages of earlier releases
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Item(
      UUID signalId,
      UUID storyId,
      UUID competitorId,
      String competitor,
      String category,
      String severity,
      int significance,
      String headline,
      String summary,
      List<String> moves,
      String url,
      String link,
      int sources,
      Instant detectedAt,
      @Nullable Why why) {

    public Item {
      moves = List.copyOf(moves);
    }
  }

  /// Why a story may matter, and who says so.
  ///
  /// @param byModel false where rules say it: the model has not answered yet, gave no usable answer
  ///   or was not asked
  /// @param assessment PENDING, DONE, FAILED or SKIPPED when the message was written
  /// @param audience EXECUTIVE, PRODUCT, SALES, MARKETING
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Why(boolean byModel, String assessment, String text, List<String> audience) {

    public Why {
      audience = List.copyOf(audience);
    }
  }
}
