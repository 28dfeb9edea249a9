package io.competitoriq.gateway.link;

import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.http.Ids;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jboss.logging.Logger;

/// Mails with a secret link. Where there is no mail server they go to a folder of the operator,
/// never to a page of the application: whoever could read them there could become anybody.
@ApplicationScoped
public class LinkMails {

  private static final Logger LOG = Logger.getLogger(LinkMails.class);

  private final ReactiveMailer mailer;
  private final MailConfig config;
  private final Vertx vertx;

  LinkMails(ReactiveMailer mailer, MailConfig config, Vertx vertx) {
    this.mailer = mailer;
    this.config = config;
    this.vertx = vertx;
  }

  /// What became of a mail.
  public enum Sent {
    /// The mail server took it.
    MAILED,
    /// The mail server did not take it, or not in time.
    FAILED,
    /// There is no mail server.
    NO_MAIL_SERVER
  }

  /// Whether mails reach people at all.
  public boolean hasServer() {
    return config.smtpHost().filter(host -> !host.isBlank()).isPresent();
  }

  /// Never fails: whoever asked for it is told what became of it.
  ///
  /// @param text plain words that name the link
  public Uni<Sent> send(EmailAddress to, String subject, String text) {
    return (hasServer() ? mail(to, subject, text) : keep(to, subject, text))
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("mail not sent subject=%s error=%s", subject, failure.toString());
              return Sent.FAILED;
            });
  }

  private Uni<Sent> mail(EmailAddress to, String subject, String text) {
    Mail mail =
        Mail.withText(to.value(), subject, text)
            .addHeader("Message-ID", "<" + Ids.next() + "@competitoriq>")
            .addHeader("Auto-Submitted", "auto-generated");
    return mailer.send(mail).ifNoItem().after(config.timeout()).fail().replaceWith(Sent.MAILED);
  }

  private Uni<Sent> keep(EmailAddress to, String subject, String text) {
    var folder = config.outbox().filter(path -> !path.toString().isBlank());
    if (folder.isEmpty()) {
      LOG.infof("mail not sent, no mail server subject=%s", subject);
      return Uni.createFrom().item(Sent.NO_MAIL_SERVER);
    }
    return Uni.createFrom()
        .completionStage(
            () ->
                vertx
                    .executeBlocking(() -> write(folder.get(), to, subject, text), false)
                    .toCompletionStage())
        .replaceWith(Sent.NO_MAIL_SERVER);
  }

  /// Its names sort by time; nobody but the operator may read it.
  private static Path write(Path folder, EmailAddress to, String subject, String text)
      throws IOException {
    Files.createDirectories(folder);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path file = Files.createFile(folder.resolve(Ids.next() + ".txt"), owner);
    return Files.writeString(
        file, "To: %s%nSubject: %s%n%n%s%n".formatted(to.value(), subject, text));
  }
}
