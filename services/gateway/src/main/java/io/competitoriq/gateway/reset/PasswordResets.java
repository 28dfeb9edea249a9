package io.competitoriq.gateway.reset;

import io.competitoriq.gateway.account.Accounts;
import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.link.LinkConfig;
import io.competitoriq.gateway.link.LinkMails;
import io.competitoriq.gateway.link.LinkToken;
import io.competitoriq.gateway.link.Links;
import io.competitoriq.gateway.session.OwnSessions;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// New passwords for people who forgot theirs.
@ApplicationScoped
class PasswordResets {

  private final Accounts accounts;
  private final OwnSessions sessions;
  private final Links links;
  private final LinkMails mails;
  private final LinkConfig config;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  PasswordResets(
      Accounts accounts,
      OwnSessions sessions,
      Links links,
      LinkMails mails,
      LinkConfig config,
      AuditTrail audit,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.links = links;
    this.mails = mails;
    this.config = config;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Mails a link to the account with that address, if there is one.
  Uni<Void> ask(EmailAddress email, Origin origin) {
    LinkToken token = links.make();
    return transactions
        .global(
            tx ->
                accounts
                    .find(email)
                    .call(
                        found ->
                            found.isPresent()
                                ? store(tx, found.get().id(), token, origin)
                                : Uni.createFrom().voidItem()))
        .chain(found -> found.isPresent() ? mail(email, token) : Uni.createFrom().voidItem());
  }

  /// Replaces the password and ends all sessions of the account, in one transaction. Every link
  /// that was sent to it is used up.
  ///
  /// @throws io.competitoriq.http.ProblemException 400 when the password is none to choose, 410
  ///   when the link does not work (any more)
  Uni<Void> complete(LinkToken token, String password, Origin origin) {
    return transactions
        .global(tx -> owner(tx, token))
        .chain(
            holder ->
                accounts
                    .prepare(holder, password)
                    .chain(
                        hash ->
                            transactions.global(
                                tx -> replace(tx, token, holder.id(), hash, origin))));
  }

  private Uni<Void> store(Mutiny.Session tx, UUID accountId, LinkToken token, Origin origin) {
    return SessionSql.of(tx)
        .update(
            """
            insert into password_reset (id, account_id, token_hash, created_at, expires_at)
              values ($1, $2, $3, $4, $5)\
            """,
            Ids.next(),
            accountId,
            token.hash(),
            utc(clock.instant()),
            utc(clock.instant().plus(config.resetLifetime())))
        .chain(() -> audit.add(AuditAction.PASSWORD_RESET_ASKED, null, accountId, origin));
  }

  private Uni<Void> mail(EmailAddress email, LinkToken token) {
    return mails
        .send(
            email,
            "A new password for CompetitorIQ",
            """
            Somebody, probably you, asked for a new password for this e-mail address on CompetitorIQ.

            Choose one: %s

            The link works once, for %d minutes. If it was not you, do nothing: your password stays
            as it is.
            """
                .formatted(links.of("new-password", token), config.resetLifetime().toMinutes()))
        .replaceWithVoid();
  }

  private Uni<Accounts.Holder> owner(Mutiny.Session tx, LinkToken token) {
    return SessionSql.of(tx)
        .select(
            "select account_id from password_reset where token_hash = $1 and expires_at > $2",
            token.hash(),
            utc(clock.instant()))
        .map(PasswordResets::accountId)
        .chain(accounts::find)
        .map(found -> found.orElseThrow(PasswordResets::over));
  }

  private Uni<Void> replace(
      Mutiny.Session tx, LinkToken token, UUID accountId, String hash, Origin origin) {
    return SessionSql.of(tx)
        .update("delete from password_reset where token_hash = $1", token.hash())
        .invoke(
            used -> {
              if (used == 0) {
                throw over();
              }
            })
        .chain(
            () ->
                SessionSql.of(tx)
                    .update("delete from password_reset where account_id = $1", accountId))
        .chain(() -> accounts.setPassword(accountId, hash))
        .chain(() -> sessions.endAll(tx, accountId))
        .chain(() -> audit.add(AuditAction.PASSWORD_RESET, null, accountId, origin));
  }

  private static UUID accountId(List<Object[]> rows) {
    if (rows.isEmpty()) {
      throw over();
    }
    return (UUID) rows.getFirst()[0];
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static RuntimeException over() {
    return Problems.gone("link-over", "This link was used or is too old. Ask for a new one.");
  }
}
