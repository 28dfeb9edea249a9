package io.competitoriq.analysis.channel;

import io.competitoriq.analysis.channel.Message.Item;
import java.util.stream.Collectors;

/// A message as a mail: words that need no picture, and the same in HTML.
public record MailText(String subject, String text, String html) {

  private static final int SUBJECT = 150;

  public MailText {
    subject = Texts.cut(subject.replaceAll("[\\p{Cntrl}]+", " "), SUBJECT);
  }

  public static MailText of(Message message) {
    return new MailText(message.title(), text(message), html(message));
  }

  /// Words that need no shape of their own.
  static MailText plain(String subject, String text) {
    return new MailText(
        Texts.cut(subject.replaceAll("[\\p{Cntrl}]+", " "), SUBJECT),
        text,
        "<!doctype html><html lang=\"en\"><body style=\"font-family:sans-serif\">"
            + "<p style=\"white-space:pre-wrap\">"
            + Texts.forHtml(text)
            + "</p></body></html>");
  }

  private static String text(Message message) {
    String items = message.items().stream().map(MailText::text).collect(Collectors.joining("\n\n"));
    return message.title() + "\n\n" + items + rest(message, "\n\n", "\n");
  }

  private static String text(Item item) {
    String moves = item.moves().isEmpty() ? item.summary() : String.join("\n  ", item.moves());
    String why = Texts.why(item);
    return "%s: %s\n  %s\n%s  %s · %s%s\n  %s"
        .formatted(
            item.competitor(),
            item.headline(),
            moves,
            why.isEmpty() ? "" : "  " + why + "\n",
            item.category(),
            item.severity(),
            Texts.sources(item),
            item.link());
  }

  private static String rest(Message message, String before, String after) {
    return message.more() > 0 ? before + Texts.more(message) + after : after;
  }

  private static String html(Message message) {
    String items = message.items().stream().map(MailText::html).collect(Collectors.joining());
    return """
    <!doctype html><html lang="en"><body style="font-family:sans-serif;max-width:40em;margin:auto">
    <h1 style="font-size:1.2em">%s</h1>%s%s</body></html>
    """
        .formatted(Texts.forHtml(message.title()), items, rest(message, "<p>", "</p>"));
  }

  private static String html(Item item) {
    String why = Texts.why(item);
    String lines =
        item.moves().isEmpty()
            ? Texts.forHtml(item.summary())
            : item.moves().stream().map(Texts::forHtml).collect(Collectors.joining("<br>"));
    return """
    <section style="border-top:1px solid #ddd;padding:.5em 0"><h2 style="font-size:1em;margin:.3em 0">\
    <a href="%s">%s: %s</a></h2><p style="margin:.3em 0">%s</p>%s\
    <p style="margin:.3em 0;color:#555">%s · %s%s</p></section>
    """
        .formatted(
            Texts.forHtml(item.link()),
            Texts.forHtml(item.competitor()),
            Texts.forHtml(item.headline()),
            lines,
            why.isEmpty()
                ? ""
                : "<p style=\"margin:.3em 0\"><em>" + Texts.forHtml(why) + "</em></p>",
            item.category(),
            item.severity(),
            Texts.sources(item));
  }
}
