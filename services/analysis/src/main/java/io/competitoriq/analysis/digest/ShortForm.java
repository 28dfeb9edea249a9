package io.competitoriq.analysis.digest;

import io.competitoriq.analysis.channel.ChannelConfig;
import io.competitoriq.analysis.channel.Message;
import io.competitoriq.analysis.channel.Message.EditionRef;
import io.competitoriq.analysis.channel.Message.Item;
import io.competitoriq.analysis.digest.EditionContent.Group;
import io.competitoriq.analysis.digest.EditionContent.Move;
import io.competitoriq.analysis.digest.EditionContent.Story;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// An edition for chats and webhooks: its headline, its weightiest stories, and where the whole is.
@ApplicationScoped
class ShortForm {

  private static final int MOST_ITEMS = 10;

  private final String base;

  ShortForm(ChannelConfig config) {
    this.base = config.publicUrl().toString().replaceFirst("/+$", "");
  }

  Message of(UUID editionId, UUID digestId, EditionContent content, Instant at) {
    List<Item> items =
        content.competitors().stream()
            .flatMap(group -> group.stories().stream().map(story -> item(group, story)))
            .sorted(Comparator.comparingInt(Item::significance).reversed())
            .limit(MOST_ITEMS)
            .toList();
    String title = content.name() + ": " + content.headline();
    return new Message(
        Message.Kind.EDITION,
        items.isEmpty() ? title + " " + content.checks() : title,
        null,
        items,
        content.stories() - items.size(),
        at,
        new EditionRef(
            editionId,
            digestId,
            content.name(),
            base + "/digests/" + digestId + "/editions/" + editionId));
  }

  private Item item(Group group, Story story) {
    return new Item(
        story.signalId(),
        story.storyId(),
        group.competitorId(),
        group.name(),
        story.category().name(),
        story.severity(),
        story.significance(),
        story.headline(),
        story.summary(),
        story.moves().stream().map(ShortForm::words).toList(),
        story.url(),
        base + "/signals/" + story.signalId(),
        story.sources(),
        story.detectedAt(),
        null);
  }

  private static String words(Move move) {
    return "%s: %s → %s"
        .formatted(
            move.subject(),
            Objects.requireNonNullElse(move.before(), "(none)"),
            Objects.requireNonNullElse(move.after(), "(none)"));
  }
}
