package io.competitoriq.competitors.lifecycle;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/// Whether the workspace is closed: meanwhile its sources are not due. Told by the gateway alone.
@Path("/workspace/closure")
@RolesAllowed(Roles.OWNER)
public class ClosureResource {

  private static final String CLOSE =
      "insert into closed_workspace (workspace_id, closed_at) values ($1, $2) on conflict do nothing";
  private static final String OPEN = "delete from closed_workspace where workspace_id = $1";

  private final WorkspaceTransactions transactions;
  private final CurrentWorkspace workspace;
  private final Clock clock;

  ClosureResource(WorkspaceTransactions transactions, CurrentWorkspace workspace, Clock clock) {
    this.transactions = transactions;
    this.workspace = workspace;
    this.clock = clock;
  }

  @PUT
  public Uni<Void> close() {
    UUID id = workspace.id();
    return transactions
        .in(id, tx -> SessionSql.of(tx).update(CLOSE, id, clock.instant().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  @DELETE
  public Uni<Void> open() {
    UUID id = workspace.id();
    return transactions.in(id, tx -> SessionSql.of(tx).update(OPEN, id)).replaceWithVoid();
  }
}
