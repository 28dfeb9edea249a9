package io.competitoriq.analysis.feed;

import io.competitoriq.analysis.signal.SignalView;
import io.competitoriq.analysis.signal.StoryMark;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes RSS 2.0.
final class Rss {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private Rss() {}

  /// One story.
  record Entry(UUID id, String title, String text, String category, Instant at) {}

  static List<Entry> entries(List<SignalView> signals, Map<UUID, String> names) {
    return signals.stream()
        .map(
            signal ->
                new Entry(
                    signal.id(),
                    names.getOrDefault(
                            signal.competitorId(), String.valueOf(signal.url().getHost()))
                        + ": "
                        + signal.headline(),
                    signal.summary() + sources(signal.story()),
                    signal.category().name(),
                    signal.detectedAt()))
        .toList();
  }

  private static String sources(@org.jspecify.annotations.Nullable StoryMark story) {
    return story == null || story.sources() < 2 ? "" : " (" + story.sources() + " sources)";
  }

  /// @param base where people open what an entry links to
  static String write(ViewFeeds.Content content, String base) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("rss");
      xml.writeAttribute("version", "2.0");
      xml.writeStartElement("channel");
      element(xml, "title", "CompetitorIQ: " + content.name());
      element(xml, "link", base + "/");
      element(xml, "description", "What competitors changed.");
      for (Entry entry : content.entries()) {
        xml.writeStartElement("item");
        element(xml, "title", entry.title());
        element(xml, "link", base + "/signals/" + entry.id());
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(entry.id().toString());
        xml.writeEndElement();
        element(xml, "pubDate", DATE.format(entry.at()));
        element(xml, "category", entry.category());
        element(xml, "description", entry.text());
        xml.writeEndElement();
      }
      xml.writeEndDocument();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString();
  }

  /// Crawled text may hold characters that XML 1.0 cannot.
  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(
        text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " "));
    xml.writeEndElement();
  }
}
