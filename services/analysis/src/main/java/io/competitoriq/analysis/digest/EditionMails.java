package io.competitoriq.analysis.digest;

import io.competitoriq.analysis.channel.ChannelConfig;
import io.competitoriq.analysis.channel.MailText;
import io.competitoriq.analysis.channel.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// An edition as a mail, rendered from what was kept, so that a repeat says the same.
@ApplicationScoped
public class EditionMails {

  /// Mail programs cut off what is longer (Gmail at 102 KB); the rest is behind the link.
  private static final int MOST_STORIES = 40;

  private final Editions editions;
  private final Vertx vertx;
  private final String base;

  EditionMails(Editions editions, Vertx vertx, ChannelConfig config) {
    this.editions = editions;
    this.vertx = vertx;
    this.base = config.publicUrl().toString().replaceFirst("/+$", "");
  }

  /// The mail of an edition's message; of any other the words of the message itself.
  public Uni<MailText> of(UUID workspaceId, Message message) {
    return message.edition() == null
        ? Uni.createFrom().item(MailText.of(message))
        : editions.get(workspaceId, message.edition().id()).chain(this::rendered);
  }

  /// Rendering takes long enough to leave the event loop.
  private Uni<MailText> rendered(EditionView edition) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx
                    .executeBlocking(() -> text(edition), false)
                    .onComplete(emitter::complete, emitter::fail));
  }

  private MailText text(EditionView edition) {
    String path = "/digests/%s/editions/%s".formatted(edition.digestId(), edition.id());
    Sheet sheet = Sheet.of(edition.content(), base, path, MOST_STORIES);
    return new MailText(
        sheet.title() + ": " + sheet.headline(),
        new EditionText(sheet).render(),
        new EditionPage(sheet).render());
  }
}
