package io.competitoriq.analysis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class RssTest {

  @Test
  void whatXmlCannotHoldBecomesASpaceAndTheRestStaysWord() throws Exception {
    // Given
    var entry =
        new Rss.Entry(
            UUID.randomUUID(),
            "a\u0001b \uD83D\uDE80 \uFFFE ]]> <item>",
            "text",
            "NEWS",
            Instant.parse("2026-11-20T08:00:00Z"));
    // When
    String rss = Rss.write(new ViewFeeds.Content("All", List.of(entry)), "http://127.0.0.1");
    // Then
    var xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(rss.getBytes(StandardCharsets.UTF_8)));
    assertThat(xml.getElementsByTagName("title").item(1).getTextContent())
        .isEqualTo("a b \uD83D\uDE80   ]]> <item>");
    assertThat(xml.getElementsByTagName("pubDate").item(0).getTextContent())
        .isEqualTo("Fri, 20 Nov 2026 08:00:00 GMT");
  }
}
