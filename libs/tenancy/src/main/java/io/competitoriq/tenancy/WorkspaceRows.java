package io.competitoriq.tenancy;

import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that a service holds of one workspace, to be taken along page by page or to be forgotten.
@ApplicationScoped
public class WorkspaceRows {

  private static final int FORGOTTEN_AT_ONCE = 5000;
  private static final int PAGE = 500;
  private static final int PAGE_CHARACTERS = 2_000_000;
  private static final UUID BEGINNING = new UUID(0, 0);

  private static final String FORGET = "select forget_workspace($1)";

  /// At least one row, and no more than fit.
  private static final String READ =
      """
      select id, line from (
        select id, line, row_number() over (order by id) as n, sum(length(line)) over (order by id) as upto
          from (select t.id, (to_jsonb(t) - $2::text[])::text as line
                  from %s t where t.id > $1 order by t.id limit $3) r) p
       where n = 1 or upto <= $4 order by id\
      """;

  private final WorkspaceTransactions transactions;

  WorkspaceRows(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  /// A kind of thing that can be taken along.
  ///
  /// @param name as the file is called
  /// @param table whose `id` is a UUID
  /// @param left columns that stay here: secrets, and what is worked out from the others
  public record Kind(String name, String table, List<String> left) {

    /// The same with every column.
    public Kind(String name, String table) {
      this(name, table, List.of());
    }

    /// The one with that name.
    ///
    /// @throws io.competitoriq.http.ProblemException 404 when there is none
    public static Kind named(List<Kind> kinds, String name) {
      return kinds.stream()
          .filter(kind -> kind.name.equals(name))
          .findFirst()
          .orElseThrow(() -> Problems.notFound("kind-unknown", "There are: " + names(kinds) + "."));
    }

    /// In their order.
    public static List<String> names(List<Kind> kinds) {
      return kinds.stream().map(Kind::name).toList();
    }
  }

  /// Some rows, each as one line of JSON.
  ///
  /// @param next where the next page begins; null: these were the last
  public record Lines(List<String> lines, @Nullable UUID next) {}

  /// How many rows went.
  public record Forgotten(long rows) {}

  /// Deletes some thousand rows of the workspace, secrets and what may otherwise not be deleted
  /// included. Ask again until none is left; asking twice at once is harmless.
  public Uni<Forgotten> forget(UUID workspaceId) {
    return transactions
        .in(workspaceId, tx -> SessionSql.of(tx).select(FORGET, FORGOTTEN_AT_ONCE))
        .map(rows -> new Forgotten(((Number) rows.getFirst()[0]).longValue()));
  }

  /// Rows of a kind in the order of their ids, at most 500 and about two million characters.
  ///
  /// @param after the last page's `next`, null for the first
  public Uni<Lines> page(UUID workspaceId, Kind kind, @Nullable UUID after) {
    return transactions
        .in(
            workspaceId,
            tx ->
                SessionSql.of(tx)
                    .select(
                        READ.formatted(kind.table),
                        after == null ? BEGINNING : after,
                        kind.left.toArray(String[]::new),
                        PAGE,
                        (long) PAGE_CHARACTERS))
        .map(
            rows ->
                new Lines(
                    rows.stream().map(row -> (String) row[1]).toList(),
                    rows.isEmpty() ? null : (UUID) rows.getLast()[0]));
  }
}
