package io.competitoriq.analysis.channel;

/// Crawled words on their way into somebody else's markup.
final class Texts {

  /// What a link to the edition behind a message is called.
  static final String WHOLE = "Read the whole edition";

  private Texts() {}

  /// At most `most` characters, with an ellipsis where something was cut; never half a surrogate.
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /// Markdown as Teams and Discord read it, with nothing of it in force: no links, no mentions.
  static String withoutMarkdown(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]()#+!|>~<-])", "\\\\$1").replace("@", "@\u200b");
  }

  /// Slack's three (docs.slack.dev, "Formatting message text"): no mention, link or channel
  /// survives.
  static String forSlack(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String forHtml(String text) {
    return forSlack(text).replace("\"", "&quot;").replace("'", "&#39;");
  }

  /// `2 sources` or nothing for one.
  static String sources(Message.Item item) {
    return item.sources() > 1 ? " · " + item.sources() + " sources" : "";
  }

  static String more(Message message) {
    return message.more() == 1 ? "1 more story." : message.more() + " more stories.";
  }

  /// `Why it may matter (by rules; no model is asked): ...`, or nothing.
  static String why(Message.Item item) {
    Message.Why why = item.why();
    if (why == null || why.text().isBlank()) {
      return "";
    }
    return why.byModel()
        ? "Why it matters (by a language model): " + why.text()
        : "Why it may matter (by rules; " + standing(why.assessment()) + "): " + why.text();
  }

  private static String standing(String assessment) {
    return switch (assessment) {
      case "PENDING" -> "the model has not answered yet";
      case "FAILED" -> "the model gave no usable answer";
      case "DONE" -> "the model gave no reason that stands";
      default -> "no model is asked";
    };
  }
}
