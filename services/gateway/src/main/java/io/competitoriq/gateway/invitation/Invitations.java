package io.competitoriq.gateway.invitation;

import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.invitation.InvitationRows.Asked;
import io.competitoriq.gateway.invitation.InvitationRows.Fresh;
import io.competitoriq.gateway.link.LinkConfig;
import io.competitoriq.gateway.link.LinkMails;
import io.competitoriq.gateway.link.Links;
import io.competitoriq.gateway.member.MemberRule;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Asking people to join. The link is mailed, and shown to whoever asked this once: so it also
/// works where no mail leaves.
@ApplicationScoped
class Invitations {

  private final InvitationRows rows;
  private final Links links;
  private final LinkMails mails;
  private final LinkConfig config;
  private final AuditTrail audit;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Invitations(
      InvitationRows rows,
      Links links,
      LinkMails mails,
      LinkConfig config,
      AuditTrail audit,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.links = links;
    this.mails = mails;
    this.config = config;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// An invitation that has just been sent.
  ///
  /// @param link shown this once; nobody can find it again
  record Issued(Invitation invitation, String link, LinkMails.Sent mail) {}

  /// Those that wait for an answer, the last sent first.
  Uni<List<Invitation>> open(SignedIn who) {
    MemberRule.ofInvitation(who.role(), Role.VIEWER).require();
    return transactions.in(who.workspaceId(), tx -> rows.open(tx, clock.instant()));
  }

  /// @throws io.competitoriq.http.ProblemException 403; 409 `already-member`, `already-invited`
  Uni<Issued> invite(SignedIn who, Origin origin, EmailAddress email, Role role) {
    MemberRule.ofInvitation(who.role(), role).require();
    Fresh fresh = fresh(Ids.next(), new Asked(email, role));
    return transactions
        .in(
            who.workspaceId(),
            tx ->
                rows.isMember(tx, email)
                    .invoke(Invitations::refuseMember)
                    .chain(() -> rows.add(tx, fresh, who.workspaceId(), who.accountId()))
                    .invoke(Invitations::refuseInvited)
                    .chain(() -> write(AuditAction.MEMBER_INVITED, who, origin, email, "", role)))
        .chain(() -> send(fresh, who));
  }

  /// Makes a new link; the one before it stops working.
  ///
  /// @throws io.competitoriq.http.ProblemException 403, 404
  Uni<Issued> resend(SignedIn who, Origin origin, UUID id) {
    return transactions
        .in(
            who.workspaceId(),
            tx ->
                locked(tx, who, id)
                    .map(asked -> fresh(id, asked))
                    .call(fresh -> rows.renew(tx, fresh))
                    .call(
                        fresh ->
                            write(
                                AuditAction.INVITATION_RESENT,
                                who,
                                origin,
                                fresh.email(),
                                fresh.role().name(),
                                fresh.role())))
        .chain(fresh -> send(fresh, who));
  }

  /// @throws io.competitoriq.http.ProblemException 403, 404
  Uni<Void> withdraw(SignedIn who, Origin origin, UUID id) {
    return transactions.in(
        who.workspaceId(),
        tx ->
            locked(tx, who, id)
                .call(() -> rows.withdraw(tx, id, clock.instant()))
                .chain(
                    asked ->
                        write(
                            AuditAction.INVITATION_WITHDRAWN,
                            who,
                            origin,
                            asked.email(),
                            asked.role().name(),
                            asked.role())));
  }

  private Uni<Asked> locked(Mutiny.Session tx, SignedIn who, UUID id) {
    MemberRule.ofInvitation(who.role(), Role.VIEWER).require();
    return rows.lock(tx, id)
        .map(
            found -> {
              Asked asked =
                  found.orElseThrow(
                      () ->
                          Problems.notFound(
                              "invitation-not-found",
                              "It was answered or withdrawn, or never existed."));
              MemberRule.ofInvitation(who.role(), asked.role()).require();
              return asked;
            });
  }

  private Uni<Issued> send(Fresh fresh, SignedIn who) {
    String link = links.of("join", fresh.token());
    var invitation =
        new Invitation(
            fresh.id(),
            fresh.email().value(),
            fresh.role(),
            who.name(),
            fresh.at(),
            fresh.expiresAt(),
            false);
    return mails
        .send(
            fresh.email(),
            "%s invites you to %s on CompetitorIQ".formatted(who.name(), who.workspaceName()),
            """
            %s invites you to the workspace %s on CompetitorIQ.

            Join: %s

            The link works once, until %s. If you expected no invitation, do nothing.
            """
                .formatted(
                    who.name(),
                    who.workspaceName(),
                    link,
                    fresh.expiresAt().truncatedTo(ChronoUnit.MINUTES)))
        .map(sent -> new Issued(invitation, link, sent));
  }

  private Fresh fresh(UUID id, Asked asked) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Fresh(
        id, asked.email(), asked.role(), links.make(), now, now.plus(config.invitationLifetime()));
  }

  private Uni<Void> write(
      AuditAction action,
      SignedIn who,
      Origin origin,
      EmailAddress email,
      String before,
      Role role) {
    var was = before.isEmpty() ? new JsonObject() : new JsonObject().put("role", before);
    var is =
        action == AuditAction.INVITATION_WITHDRAWN
            ? new JsonObject()
            : new JsonObject().put("role", role.name());
    return audit.add(
        action,
        who.workspaceId(),
        who.accountId(),
        origin,
        new AuditedChange("invitation " + email.value(), was.encode(), is.encode()));
  }

  static void refuseMember(boolean member) {
    if (member) {
      throw Problems.conflict(
          "already-member", "Somebody with that e-mail address belongs to the workspace already.");
    }
  }

  private static void refuseInvited(boolean added) {
    if (!added) {
      throw Problems.conflict(
          "already-invited",
          "That e-mail address has an invitation already; send it again or withdraw it.");
    }
  }
}
