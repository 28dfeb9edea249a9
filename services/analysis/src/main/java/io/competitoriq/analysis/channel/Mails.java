package io.competitoriq.analysis.channel;

import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Sends mail through the operator's server. Where there is none it is written to the outbox, and
/// that is said.
@ApplicationScoped
public class Mails {

  private final ReactiveMailer mailer;
  private final ChannelConfig config;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Mails(
      ReactiveMailer mailer,
      ChannelConfig config,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.mailer = mailer;
    this.config = config;
    this.transactions = transactions;
    this.clock = clock;
  }

  Uni<Handover> send(UUID workspaceId, List<String> recipients, UUID deliveryId, MailText text) {
    return config.smtpHost().filter(host -> !host.isBlank()).isPresent()
        ? mail(recipients, deliveryId, text)
        : transactions.in(workspaceId, tx -> keep(tx, workspaceId, recipients, deliveryId, text));
  }

  /// A few words to one person.
  ///
  /// @param id the same over repeats
  public Uni<Handover> note(
      UUID workspaceId, String recipient, UUID id, String subject, String text) {
    MailText words = MailText.plain(subject, text);
    return config.smtpHost().filter(host -> !host.isBlank()).isPresent()
        ? mail(List.of(recipient), id, words)
        : transactions.in(workspaceId, tx -> keep(tx, workspaceId, List.of(recipient), id, words));
  }

  /// The message id is the delivery's: a mail server or reader knows a repeat by it.
  private Uni<Handover> mail(List<String> recipients, UUID deliveryId, MailText text) {
    Mail mail =
        new Mail()
            .setTo(recipients)
            .setSubject(text.subject())
            .setText(text.text())
            .setHtml(text.html())
            .addHeader("Message-ID", "<" + deliveryId + "@competitoriq>")
            .addHeader("Auto-Submitted", "auto-generated");
    return mailer
        .send(mail)
        .ifNoItem()
        .after(config.timeout().multipliedBy(2))
        .fail()
        .replaceWith((Handover) new Handover.Accepted(null, "Taken by the mail server."))
        .onFailure()
        .recoverWithItem(Mails::trouble);
  }

  private static Handover trouble(Throwable failure) {
    String why =
        failure instanceof TimeoutException
            ? "no answer in time"
            : String.valueOf(failure.getMessage());
    return new Handover.Later(
        null, Texts.cut("The mail server did not take it: " + why, 300), null);
  }

  private Uni<Handover> keep(
      Mutiny.Session tx,
      UUID workspaceId,
      List<String> recipients,
      UUID deliveryId,
      MailText text) {
    Handover kept =
        new Handover.Accepted(null, "Written to the outbox: no mail server is configured.");
    return tx.find(OutboxMail.class, deliveryId)
        .chain(
            known ->
                known != null
                    ? Uni.createFrom().item(kept)
                    : tx.persist(row(workspaceId, recipients, deliveryId, text)).replaceWith(kept));
  }

  private OutboxMail row(
      UUID workspaceId, List<String> recipients, UUID deliveryId, MailText text) {
    OutboxMail row = new OutboxMail();
    row.id = deliveryId;
    row.workspaceId = workspaceId;
    row.recipients = recipients.toArray(String[]::new);
    row.subject = text.subject();
    row.text = text.text();
    row.html = text.html();
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return row;
  }
}
