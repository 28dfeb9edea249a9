package io.competitoriq.analysis.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.analysis.channel.Message.Item;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Crawled words are somebody else's: in a chat they may neither call people nor lead anywhere.
class ChatCardsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String HOSTILE =
      "<!channel> @everyone [free](https://evil.example) <https://evil.example|Pro> **now** & more";

  @Test
  void slackTakesNoMentionAndNoLinkFromAPage() {
    String card = ChatCards.slack(message(1, HOSTILE)).toString();

    assertThat(card).doesNotContain("<!channel>", "<https://evil.example").contains("&lt;!channel");
  }

  @Test
  void discordMentionsNobody() {
    var card = ChatCards.discord(message(1, HOSTILE));

    assertThat(card.at("/allowed_mentions/parse")).isEmpty();
    assertThat(card.at("/embeds/0/title").asText()).doesNotContain("@everyone", "[free](");
  }

  @Test
  void teamsShowsMarkdownAsItIsWritten() {
    String card = ChatCards.teams(message(1, HOSTILE)).toString();

    assertThat(card).doesNotContain("[free](https").contains("\\\\[free\\\\]");
  }

  @Test
  void mailEscapesWhatAPageSaysAndItsSubjectIsOneLine() {
    MailText mail = MailText.of(message(1, "<script>alert(1)</script>\r\nBcc: all@example.com"));

    assertThat(mail.html()).doesNotContain("<script>").contains("&lt;script&gt;");
    assertThat(mail.subject()).doesNotContain("\r", "\n");
  }

  @Test
  void theShortFormOfAnEditionLeadsToTheWhole() {
    String link = "https://ciq.example/digests/1/editions/2";
    Message told =
        new Message(
            Message.Kind.EDITION,
            "Weekly: Pro raised",
            null,
            List.of(),
            0,
            NOW,
            new Message.EditionRef(UUID.randomUUID(), UUID.randomUUID(), "Weekly", link));

    assertThat(ChatCards.slack(told).toString()).contains("<" + link + "|Read the whole edition>");
    assertThat(ChatCards.teams(told).findValuesAsText("url")).contains(link);
    assertThat(ChatCards.discord(told).path("content").asText()).endsWith(link);
  }

  @Test
  void longDigestsStayWithinTheLimitsOfTheChats() {
    Message long25 = message(25, "x".repeat(5_000));

    var slack = ChatCards.slack(long25);
    var discord = ChatCards.discord(long25);

    assertThat(slack.path("blocks").size()).isLessThanOrEqualTo(50);
    slack
        .path("blocks")
        .forEach(
            block -> assertThat(block.at("/text/text").asText()).hasSizeLessThanOrEqualTo(3000));
    assertThat(discord.path("embeds").size()).isLessThanOrEqualTo(10);
    int all = 0;
    for (var embed : discord.path("embeds")) {
      assertThat(embed.path("title").asText()).hasSizeLessThanOrEqualTo(256);
      all += embed.path("title").asText().length() + embed.path("description").asText().length();
    }
    assertThat(all).isLessThanOrEqualTo(6000);
    assertThat(discord.path("content").asText())
        .hasSizeLessThanOrEqualTo(2000)
        .contains("+15 more");
  }

  private static Message message(int items, String words) {
    Item item =
        new Item(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "BrightDesk",
            "PRICING",
            "CRITICAL",
            95,
            words,
            words,
            List.of(words),
            "https://brightdesk.example/pricing",
            "http://127.0.0.1:8080/signals/1",
            3,
            NOW,
            new Message.Why(false, "FAILED", words, List.of("SALES")));
    return new Message(Message.Kind.ALERT, words, null, Collections.nCopies(items, item), 0, NOW);
  }
}
