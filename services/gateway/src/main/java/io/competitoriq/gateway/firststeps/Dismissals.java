package io.competitoriq.gateway.firststeps;

import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/// Members who put the list of first steps away, each for themselves.
@ApplicationScoped
public class Dismissals {

  private static final String READ = "select 1 from first_steps_dismissal where member_id = $1";
  private static final String PUT =
      """
      insert into first_steps_dismissal (member_id, workspace_id, dismissed_at) values ($1, $2, $3)
        on conflict do nothing\
      """;
  private static final String TAKE_BACK = "delete from first_steps_dismissal where member_id = $1";

  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Dismissals(WorkspaceTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  public Uni<Boolean> of(SignedIn who) {
    return transactions
        .in(who.workspaceId(), tx -> SessionSql.of(tx).select(READ, who.memberId()))
        .map(rows -> !rows.isEmpty());
  }

  public Uni<Void> put(SignedIn who) {
    return transactions
        .in(
            who.workspaceId(),
            tx ->
                SessionSql.of(tx)
                    .update(
                        PUT,
                        who.memberId(),
                        who.workspaceId(),
                        clock.instant().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  public Uni<Void> takeBack(SignedIn who) {
    return transactions
        .in(who.workspaceId(), tx -> SessionSql.of(tx).update(TAKE_BACK, who.memberId()))
        .replaceWithVoid();
  }
}
