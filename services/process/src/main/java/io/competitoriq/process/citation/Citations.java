package io.competitoriq.process.citation;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Looks snapshots up in documents, facts and changes. A signal's evidence is that of its change.
@ApplicationScoped
class Citations {

  private static final String ASKED =
      """
      select a.id,
             exists (select from change c
                      where c.status = 'CONFIRMED'
                        and (c.from_snapshot_id = a.id or c.to_snapshot_id = a.id
                             or jsonb_path_query_array(c.content, '$.**.snapshotId') @> to_jsonb(a.id::text)))
             or exists (select from document d join fact f on f.document_id = d.id
                         where d.snapshot_id = a.id and f.valid_to is null),
             not exists (select from document d where d.snapshot_id = a.id)
             or exists (select from change c
                         where c.status = 'CANDIDATE'
                           and (c.from_snapshot_id = a.id or c.to_snapshot_id = a.id))
             or exists (select from document d
                         where d.snapshot_id = a.id and d.state = 'PROCESSED'
                           and not exists (select from document n
                                            where n.source_id = d.source_id and n.state = 'PROCESSED'
                                              and (n.fetched_at, n.id) > (d.fetched_at, d.id)))
        from unnest($1::uuid[]) as a (id)\
      """;

  private final WorkspaceTransactions transactions;

  Citations(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  /// A snapshot of another workspace is one that was never read.
  Uni<Cited> of(UUID workspaceId, List<UUID> snapshotIds) {
    UUID[] asked = snapshotIds.stream().distinct().toArray(UUID[]::new);
    return transactions
        .in(workspaceId, tx -> SessionSql.of(tx).select(ASKED, (Object) asked))
        .map(rows -> new Cited(ids(rows, 1), ids(rows, 2)));
  }

  private static List<UUID> ids(List<Object[]> rows, int column) {
    return rows.stream().filter(row -> (Boolean) row[column]).map(row -> (UUID) row[0]).toList();
  }
}
