package io.competitoriq.analysis.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.analysis.channel.Message.Item;
import java.util.Map;

/// A message as the chats want it. Their limits are kept here, because a card that is too long is
/// refused as a whole.
final class ChatCards {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int SLACK_TEXT = 2_900;
  private static final int DISCORD_TITLE = 250;
  private static final int DISCORD_TEXT = 500;
  private static final int DISCORD_EMBEDS = 10;

  /// With the title and ten embeds below the 6000 characters of one message.
  private static final int DISCORD_EMBED_TEXT = 320;

  private static final Map<String, Integer> COLOURS =
      Map.of("CRITICAL", 0xC62828, "HIGH", 0xEF6C00, "MEDIUM", 0xF9A825, "LOW", 0x546E7A);

  private ChatCards() {}

  /// Block Kit: at most 50 blocks, 3000 characters each; `text` is what a notification shows.
  static ObjectNode slack(Message message) {
    ObjectNode card = JSON.objectNode().put("text", Texts.forSlack(message.title()));
    ArrayNode blocks = card.putArray("blocks");
    section(blocks, "*" + Texts.forSlack(message.title()) + "*");
    for (Item item : message.items()) {
      String lines =
          item.moves().isEmpty()
              ? Texts.forSlack(item.summary())
              : Texts.forSlack(String.join("\n", item.moves()));
      String why = Texts.why(item).isEmpty() ? "" : "\n_" + Texts.forSlack(Texts.why(item)) + "_";
      section(
          blocks,
          "<%s|%s>\n%s · %s · %s%s\n%s%s"
              .formatted(
                  item.link(),
                  Texts.forSlack(item.headline()).replace("|", "¦"),
                  Texts.forSlack(item.competitor()),
                  words(item.category()),
                  words(item.severity()),
                  Texts.sources(item),
                  lines,
                  why));
    }
    if (message.more() > 0) {
      section(blocks, Texts.more(message));
    }
    if (message.edition() != null) {
      section(blocks, "<%s|%s>".formatted(message.edition().link(), Texts.WHOLE));
    }
    return card;
  }

  private static void section(ArrayNode blocks, String text) {
    blocks
        .addObject()
        .put("type", "section")
        .putObject("text")
        .put("type", "mrkdwn")
        .put("text", Texts.cut(text, SLACK_TEXT));
  }

  /// An adaptive card 1.4 in the envelope that Teams' workflows take.
  static ObjectNode teams(Message message) {
    ObjectNode envelope = JSON.objectNode().put("type", "message");
    ObjectNode attachment = envelope.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl");
    ObjectNode card = attachment.putObject("content");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard").put("version", "1.4");
    ArrayNode body = card.putArray("body");
    line(body, message.title()).put("weight", "Bolder").put("size", "Medium");
    for (Item item : message.items()) {
      line(body, item.competitor() + ": " + item.headline())
          .put("weight", "Bolder")
          .put("separator", true);
      line(body, words(item.category()) + " · " + words(item.severity()) + Texts.sources(item))
          .put("isSubtle", true)
          .put("spacing", "None");
      line(body, item.moves().isEmpty() ? item.summary() : String.join("\n\n", item.moves()));
      if (!Texts.why(item).isEmpty()) {
        line(body, Texts.why(item)).put("isSubtle", true);
      }
      open(body, "Open", item.link());
    }
    if (message.more() > 0) {
      line(body, Texts.more(message));
    }
    if (message.edition() != null) {
      open(body, Texts.WHOLE, message.edition().link());
    }
    return envelope;
  }

  private static void open(ArrayNode body, String title, String link) {
    body.addObject()
        .put("type", "ActionSet")
        .putArray("actions")
        .addObject()
        .put("type", "Action.OpenUrl")
        .put("title", title)
        .put("url", link);
  }

  private static ObjectNode line(ArrayNode body, String text) {
    return body.addObject()
        .put("type", "TextBlock")
        .put("text", Texts.withoutMarkdown(Texts.cut(text, 1_000)))
        .put("wrap", true);
  }

  /// At most 10 embeds of 256 and 4096 characters, 6000 together; nobody is mentioned.
  static ObjectNode discord(Message message) {
    ObjectNode card =
        JSON.objectNode()
            .put("content", Texts.cut(Texts.withoutMarkdown(message.title()), DISCORD_TEXT));
    card.putObject("allowed_mentions").putArray("parse");
    ArrayNode embeds = card.putArray("embeds");
    message.items().stream()
        .limit(DISCORD_EMBEDS)
        .forEach(
            item ->
                embeds
                    .addObject()
                    .put(
                        "title",
                        Texts.cut(
                            Texts.withoutMarkdown(item.competitor() + ": " + item.headline()),
                            DISCORD_TITLE))
                    .put("url", item.link())
                    .put(
                        "description",
                        Texts.cut(Texts.withoutMarkdown(described(item)), DISCORD_EMBED_TEXT))
                    .put("color", COLOURS.getOrDefault(item.severity(), 0x546E7A))
                    .put("timestamp", item.detectedAt().toString()));
    int left = message.more() + Math.max(0, message.items().size() - DISCORD_EMBEDS);
    if (left > 0) {
      card.put("content", card.path("content").asText() + "\n(+" + left + " more)");
    }
    if (message.edition() != null) {
      card.put("content", card.path("content").asText() + "\n" + message.edition().link());
    }
    return card;
  }

  private static String described(Item item) {
    String lines =
        Texts.cut(
            item.moves().isEmpty() ? item.summary() : String.join("\n", item.moves()),
            DISCORD_TEXT / 4);
    return Texts.why(item).isEmpty() ? lines : lines + "\n" + Texts.why(item);
  }

  private static String words(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
  }
}
