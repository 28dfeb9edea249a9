package io.competitoriq.gateway.workspace;

import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/// Members whose role an identity provider decides.
@ApplicationScoped
public class ProviderMembers {

  private final Pool database;
  private final Clock clock;

  ProviderMembers(Pool database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A workspace that exists.
  public record Place(UUID id, String name) {}

  /// The workspaces of those names or ids, in that order; without a name the oldest there is.
  public Uni<List<Place>> places(List<String> names) {
    Uni<RowSet<Row>> rows =
        names.isEmpty()
            ? database.query("select * from oldest_workspace()").execute()
            : database
                .preparedQuery("select * from workspaces_named($1)")
                .execute(Tuple.of(names.toArray(String[]::new)));
    return rows.map(
        found ->
            StreamSupport.stream(found.spliterator(), false)
                .map(row -> new Place(row.getUUID("workspace_id"), row.getString("workspace_name")))
                .toList());
  }

  /// A membership as it is now.
  ///
  /// @param before the role it had; empty when it is new
  public record Kept(UUID memberId, Optional<Role> before) {}

  /// Gives the account that role in the workspace the caller's transaction is bound to.
  public Uni<Kept> keep(Mutiny.Session tx, UUID workspaceId, UUID accountId, Role role) {
    var sql = SessionSql.of(tx);
    return sql.select(
            "select id, role from member where workspace_id = $1 and account_id = $2 for update",
            workspaceId,
            accountId)
        .chain(
            rows ->
                rows.isEmpty()
                    ? add(sql, workspaceId, accountId, role)
                    : change(sql, rows.getFirst(), role));
  }

  private Uni<Kept> add(SessionSql sql, UUID workspaceId, UUID accountId, Role role) {
    UUID id = Ids.next();
    return sql.update(
            """
            insert into member (id, workspace_id, account_id, role, created_at)
              values ($1, $2, $3, $4, $5)\
            """,
            id,
            workspaceId,
            accountId,
            role.name(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .replaceWith(new Kept(id, Optional.empty()));
  }

  private static Uni<Kept> change(SessionSql sql, Object[] row, Role role) {
    var kept = new Kept((UUID) row[0], Optional.of(Role.valueOf((String) row[1])));
    return kept.before().equals(Optional.of(role))
        ? Uni.createFrom().item(kept)
        : sql.update("update member set role = $2 where id = $1", kept.memberId(), role.name())
            .replaceWith(kept);
  }
}
