package io.competitoriq.gateway.invitation;

import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.gateway.link.LinkToken;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// The rows of invitations; every call is in the caller's transaction, which is bound to their
/// workspace.
@ApplicationScoped
class InvitationRows {

  /// A link that can be sent: until when it works, and as what.
  record Fresh(
      UUID id, EmailAddress email, Role role, LinkToken token, Instant at, Instant expiresAt) {}

  Uni<List<Invitation>> open(Mutiny.Session tx, Instant now) {
    return SessionSql.of(tx)
        .select(
            """
            select i.id, i.email, i.role, coalesce(a.name, 'a former member'), i.sent_at, i.expires_at
              from invitation i left join account a on a.id = i.invited_by
              where i.accepted_at is null and i.withdrawn_at is null
              order by i.sent_at desc, i.id limit 1000\
            """)
        .map(rows -> rows.stream().map(row -> invitation(row, now)).toList());
  }

  Uni<Boolean> isMember(Mutiny.Session tx, EmailAddress email) {
    return SessionSql.of(tx)
        .select(
            "select 1 from member m join account a on a.id = m.account_id where a.email = $1",
            email.value())
        .map(rows -> !rows.isEmpty());
  }

  /// @return false when the address has an open invitation already
  Uni<Boolean> add(Mutiny.Session tx, Fresh fresh, UUID workspaceId, UUID invitedBy) {
    return SessionSql.of(tx)
        .update(
            """
            insert into invitation (id, workspace_id, email, role, token_hash, invited_by, created_at,
                sent_at, expires_at)
              values ($1, $2, $3, $4, $5, $6, $7, $7, $8)
              on conflict (workspace_id, email) where accepted_at is null and withdrawn_at is null
              do nothing\
            """,
            fresh.id(),
            workspaceId,
            fresh.email().value(),
            fresh.role().name(),
            fresh.token().hash(),
            invitedBy,
            utc(fresh.at()),
            utc(fresh.expiresAt()))
        .map(added -> added > 0);
  }

  /// An open invitation's address and role, locked.
  Uni<Optional<Asked>> lock(Mutiny.Session tx, UUID id) {
    return SessionSql.of(tx)
        .select(
            """
            select email, role from invitation
              where id = $1 and accepted_at is null and withdrawn_at is null for update\
            """,
            id)
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new Asked(
                                new EmailAddress((String) row[0]), Role.valueOf((String) row[1]))));
  }

  /// Who was asked, and to be what.
  record Asked(EmailAddress email, Role role) {}

  /// Only the fresh link works from now on.
  Uni<Integer> renew(Mutiny.Session tx, Fresh fresh) {
    return SessionSql.of(tx)
        .update(
            "update invitation set token_hash = $1, sent_at = $2, expires_at = $3 where id = $4",
            fresh.token().hash(),
            utc(fresh.at()),
            utc(fresh.expiresAt()),
            fresh.id());
  }

  Uni<Integer> withdraw(Mutiny.Session tx, UUID id, Instant now) {
    return SessionSql.of(tx)
        .update("update invitation set withdrawn_at = $1 where id = $2", utc(now), id);
  }

  /// Uses the link up.
  ///
  /// @return false when somebody was faster
  Uni<Boolean> accept(Mutiny.Session tx, UUID id, Instant now) {
    return SessionSql.of(tx)
        .update(
            """
            update invitation set accepted_at = $1
              where id = $2 and accepted_at is null and withdrawn_at is null and expires_at > $1\
            """,
            utc(now),
            id)
        .map(updated -> updated > 0);
  }

  private static Invitation invitation(Object[] row, Instant now) {
    Instant expiresAt = ((OffsetDateTime) row[5]).toInstant();
    return new Invitation(
        (UUID) row[0],
        (String) row[1],
        Role.valueOf((String) row[2]),
        (String) row[3],
        ((OffsetDateTime) row[4]).toInstant(),
        expiresAt,
        !expiresAt.isAfter(now));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
