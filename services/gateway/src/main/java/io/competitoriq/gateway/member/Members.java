package io.competitoriq.gateway.member;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/// Changes who belongs to the workspace and as what. Each change holds at the person's next
/// request: sessions read the role with each.
@ApplicationScoped
class Members {

  private final WorkspaceTransactions transactions;
  private final AuditTrail audit;

  Members(WorkspaceTransactions transactions, AuditTrail audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  /// A member under the lock of its workspace.
  ///
  /// @param actor the role of whoever acts, as it is now
  /// @param owners how many the workspace has
  private record Subject(UUID id, Role role, String email, Role actor, long owners, boolean self) {

    AuditedChange from(JsonObject before, JsonObject after) {
      return new AuditedChange("member " + email, before.encode(), after.encode());
    }
  }

  /// @throws io.competitoriq.http.ProblemException 403, 404 or 409 `last-owner`
  Uni<Void> changeRole(SignedIn who, Origin origin, UUID memberId, Role role) {
    return act(
        who,
        memberId,
        (tx, subject) -> {
          MemberRule.ofChange(
                  subject.actor(), subject.self(), subject.role(), role, subject.owners())
              .require();
          return SessionSql.of(tx)
              .update("update member set role = $1 where id = $2", role.name(), memberId)
              .chain(
                  () ->
                      write(
                          AuditAction.MEMBER_ROLE_CHANGED,
                          who,
                          origin,
                          subject.from(named(subject.role()), named(role))));
        });
  }

  /// Their sessions here end with it.
  ///
  /// @throws io.competitoriq.http.ProblemException 403, 404 or 409 `last-owner`
  Uni<Void> remove(SignedIn who, Origin origin, UUID memberId) {
    return act(
        who,
        memberId,
        (tx, subject) -> {
          MemberRule.ofRemoval(subject.actor(), subject.self(), subject.role(), subject.owners())
              .require();
          AuditAction action =
              subject.self() ? AuditAction.MEMBER_LEFT : AuditAction.MEMBER_REMOVED;
          return SessionSql.of(tx)
              .update("delete from member where id = $1", memberId)
              .chain(
                  () ->
                      write(
                          action,
                          who,
                          origin,
                          subject.from(named(subject.role()), new JsonObject())));
        });
  }

  /// Ends all the member's sessions in this workspace.
  ///
  /// @throws io.competitoriq.http.ProblemException 403 or 404
  Uni<Void> endSessions(SignedIn who, Origin origin, UUID memberId) {
    return act(
        who,
        memberId,
        (tx, subject) -> {
          MemberRule.ofSessions(subject.actor(), subject.self(), subject.role()).require();
          return SessionSql.of(tx)
              .update("delete from session where member_id = $1", memberId)
              .chain(
                  ended ->
                      write(
                          AuditAction.MEMBER_SESSIONS_ENDED,
                          who,
                          origin,
                          subject.from(new JsonObject().put("sessions", ended), new JsonObject())));
        });
  }

  private interface Act {
    Uni<Void> on(Mutiny.Session tx, Subject subject);
  }

  /// One at a time in a workspace: two owners who lower each other leave one.
  private Uni<Void> act(SignedIn who, UUID memberId, Act act) {
    MemberRule.ofLookingUp(who.role(), memberId.equals(who.memberId())).require();
    return transactions.in(
        who.workspaceId(),
        tx ->
            SessionSql.of(tx)
                .select("select id from workspace where id = $1 for update", who.workspaceId())
                .chain(() -> subject(tx, who, memberId))
                .chain(subject -> act.on(tx, subject)));
  }

  private static Uni<Subject> subject(Mutiny.Session tx, SignedIn who, UUID memberId) {
    return SessionSql.of(tx)
        .select(
            """
            select m.role, a.email, actor.role,
                (select count(*) from member o where o.role = 'OWNER')
              from member m
              join account a on a.id = m.account_id
              join member actor on actor.id = $2
              where m.id = $1\
            """,
            memberId,
            who.memberId())
        .map(subjectOf(memberId, memberId.equals(who.memberId())));
  }

  private static Function<List<Object[]>, Subject> subjectOf(UUID memberId, boolean self) {
    return rows -> {
      if (rows.isEmpty()) {
        throw Problems.notFound(
            "member-not-found", "Nobody with that id belongs to the workspace.");
      }
      Object[] row = rows.getFirst();
      return new Subject(
          memberId,
          Role.valueOf((String) row[0]),
          (String) row[1],
          Role.valueOf((String) row[2]),
          ((Number) row[3]).longValue(),
          self);
    };
  }

  private Uni<Void> write(AuditAction action, SignedIn who, Origin origin, AuditedChange change) {
    return audit.add(action, who.workspaceId(), who.accountId(), origin, change);
  }

  private static JsonObject named(Role role) {
    return new JsonObject().put("role", role.name());
  }
}
