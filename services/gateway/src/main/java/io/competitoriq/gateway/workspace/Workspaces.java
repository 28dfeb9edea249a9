package io.competitoriq.gateway.workspace;

import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The workspaces and who belongs to them.
@ApplicationScoped
public class Workspaces {

  private final WorkspaceRepository workspaces;
  private final MemberRepository members;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Workspaces(
      WorkspaceRepository workspaces,
      MemberRepository members,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.workspaces = workspaces;
    this.members = members;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Founds a workspace with the account as its owner, in the caller's transaction, which is bound
  /// to that workspace.
  public Uni<Membership> found(UUID workspaceId, String name, UUID accountId) {
    return found(workspaceId, name, null, accountId, Role.OWNER);
  }

  /// Founds a workspace where the account looks around and nothing is real, in the caller's
  /// transaction, which is bound to that workspace. Nobody owns it: there is nothing to decide.
  ///
  /// @param home where the account goes back to
  public Uni<Membership> foundDemo(UUID workspaceId, String name, UUID home, UUID accountId) {
    return found(workspaceId, name, home, accountId, Role.ANALYST);
  }

  private Uni<Membership> found(
      UUID workspaceId, String name, @Nullable UUID demoHome, UUID accountId, Role role) {
    var workspace = new Workspace();
    workspace.id = workspaceId;
    workspace.name = name.strip();
    workspace.createdAt = clock.instant();
    workspace.demoHome = demoHome;
    return workspaces
        .persistAndFlush(workspace)
        .chain(() -> join(workspaceId, workspace.name, accountId, role));
  }

  /// Makes the account a member, in the caller's transaction, which is bound to the workspace.
  public Uni<Membership> join(UUID workspaceId, String workspaceName, UUID accountId, Role role) {
    var member = new Member();
    member.id = Ids.next();
    member.workspaceId = workspaceId;
    member.accountId = accountId;
    member.role = role;
    member.createdAt = clock.instant();
    return members
        .persistAndFlush(member)
        .replaceWith(new Membership(member.id, workspaceId, workspaceName, role));
  }

  /// Where the account may enter, the oldest membership first. Ask only once its password is
  /// proven.
  public Uni<List<Membership>> membershipsOf(UUID accountId) {
    return transactions.global(session -> membershipsOf(session, accountId));
  }

  /// A person of a workspace.
  public record Person(UUID id, String name, String email, Role role) {}

  /// Everybody who belongs to the workspace, by name.
  public Uni<List<Person>> members(UUID workspaceId) {
    return transactions.in(
        workspaceId,
        session ->
            SessionSql.of(session)
                .select(
                    """
                    select m.id, a.name, a.email, m.role
                      from member m join account a on a.id = m.account_id
                      order by lower(a.name), m.id limit 1000\
                    """)
                .map(rows -> rows.stream().map(Workspaces::person).toList()));
  }

  private static Person person(Object[] row) {
    return new Person(
        (UUID) row[0], (String) row[1], (String) row[2], Role.valueOf((String) row[3]));
  }

  private static Uni<List<Membership>> membershipsOf(Mutiny.Session session, UUID accountId) {
    return session
        .createNativeQuery(
            """
            select member_id, workspace_id, workspace_name, role
              from memberships_of(:account)\
            """,
            Object[].class)
        .setParameter("account", accountId)
        .getResultList()
        .map(rows -> rows.stream().map(Workspaces::membership).toList());
  }

  private static Membership membership(Object[] row) {
    return new Membership(
        (UUID) row[0], (UUID) row[1], (String) row[2], Role.valueOf((String) row[3]));
  }
}
