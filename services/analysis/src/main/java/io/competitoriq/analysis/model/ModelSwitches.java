package io.competitoriq.analysis.model;

import io.competitoriq.analysis.setting.SettingAction;
import io.competitoriq.analysis.setting.SettingChanges;
import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// The master switch of each workspace: off, no model is asked for it and no answer of one is used.
/// On until an admin says otherwise; the installation's own switch goes before.
@ApplicationScoped
public class ModelSwitches {

  private static final String OFF =
      "select 1 from model_switch where workspace_id = $1 and not enabled";
  private static final String WRITE =
      """
      insert into model_switch (workspace_id, enabled, updated_by, updated_at)
      values ($1, $2, $3, $4)
      on conflict (workspace_id) do update
         set enabled = excluded.enabled, updated_by = excluded.updated_by,
             updated_at = excluded.updated_at""";

  private final Flags flags;
  private final SettingChanges changes;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  ModelSwitches(
      Flags flags, SettingChanges changes, WorkspaceTransactions transactions, Clock clock) {
    this.flags = flags;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// In the caller's transaction.
  public Uni<Boolean> isOn(Mutiny.Session tx, UUID workspaceId) {
    return SessionSql.of(tx).select(OFF, workspaceId).map(rows -> rows.isEmpty());
  }

  /// Why nothing is asked at the moment, when an operator has stopped it for this workspace or all.
  /// Jobs that sleep for this reason are woken when it ends.
  public Optional<String> stopped(UUID workspaceId) {
    return flags.on(Flag.MODEL, workspaceId)
        ? Optional.empty()
        : Optional.of(Flag.MODEL.offReason());
  }

  /// Why nothing is asked, whoever decided it.
  ///
  /// @param enabled the workspace's own switch
  Optional<String> objection(UUID workspaceId, boolean enabled) {
    return stopped(workspaceId)
        .or(() -> enabled ? Optional.empty() : Optional.of(ModelFailure.SWITCHED_OFF.sentence()));
  }

  Uni<Void> put(UUID workspaceId, UUID memberId, boolean enabled) {
    return transactions.in(
        workspaceId,
        tx ->
            isOn(tx, workspaceId)
                .chain(
                    was ->
                        was == enabled
                            ? Uni.createFrom().voidItem()
                            : write(tx, workspaceId, memberId, enabled)));
  }

  private Uni<Void> write(Mutiny.Session tx, UUID workspaceId, UUID memberId, boolean enabled) {
    return SessionSql.of(tx)
        .update(WRITE, workspaceId, enabled, memberId, clock.instant().atOffset(ZoneOffset.UTC))
        .chain(
            () ->
                changes.add(
                    tx,
                    new SettingChanges.Change(
                        workspaceId,
                        memberId,
                        SettingAction.MODEL_SWITCHED,
                        "language model",
                        Map.of("enabled", !enabled),
                        Map.of("enabled", enabled))));
  }
}
