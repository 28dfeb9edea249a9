package io.competitoriq.analysis.story;

import io.competitoriq.analysis.story.StoryView.TieView;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Stories as they are read.
@ApplicationScoped
class StoryReader {

  private static final String FIELDS =
      """
      select st.id, st.lead_signal_id, s.headline, st.signals, st.sources, st.significance,
             st.first_seen_at, st.last_seen_at, st.apart
      from story st join signal s on s.id = st.lead_signal_id
      """;

  private static final String NEWEST =
      FIELDS
          + """
          where st.signals >= $1 and ($2::timestamptz is null or (st.last_seen_at, st.id) < ($2, $3))
          order by st.last_seen_at desc, st.id desc limit $4
          """;

  /// A story that was merged leads to the one it went up in.
  private static final String ONE =
      """
      with recursive way (id, merged_into) as (
        select id, merged_into from story where id = $1
        union all
        select st.id, st.merged_into from way join story st on st.id = way.merged_into)
      """
          + FIELDS
          + "where st.id = (select id from way where merged_into is null)";

  private static final String TIES =
      """
      select t.signal_id, t.other_id, t.reason, t.detail
      from story_tie t
      join signal a on a.id = t.signal_id and a.story_id = $1
      join signal b on b.id = t.other_id and b.story_id = $1
      order by t.signal_id, t.other_id, t.reason limit 500
      """;

  private final WorkspaceTransactions transactions;

  StoryReader(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  /// Last heard of first; without their ties.
  ///
  /// @param least only stories of at least so many signals
  Uni<Page<StoryView>> list(UUID workspaceId, int least, Optional<Cursor> cursor, int limit) {
    OffsetDateTime at = cursor.map(it -> it.at().atOffset(ZoneOffset.UTC)).orElse(null);
    UUID id = cursor.map(Cursor::id).orElse(null);
    return transactions
        .in(workspaceId, tx -> SessionSql.of(tx).select(NEWEST, least, at, id, limit + 1))
        .map(rows -> rows.stream().map(row -> story(row, List.of())).toList())
        .map(found -> Page.of(found, limit, view -> Cursor.of(view.lastSeenAt(), view.id())));
  }

  Uni<StoryView> get(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            SessionSql.of(tx)
                .select(ONE, id)
                .chain(
                    rows ->
                        rows.isEmpty()
                            ? Uni.createFrom().failure(Stories.missing(id))
                            : withTies(tx, rows.getFirst())));
  }

  private static Uni<StoryView> withTies(Mutiny.Session tx, Object[] row) {
    return SessionSql.of(tx)
        .select(TIES, row[0])
        .map(ties -> story(row, ties.stream().map(StoryReader::tie).toList()));
  }

  private static TieView tie(Object[] row) {
    return new TieView(
        (UUID) row[0], (UUID) row[1], Tie.Reason.valueOf((String) row[2]), (String) row[3]);
  }

  private static StoryView story(Object[] row, List<TieView> ties) {
    return new StoryView(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (Integer) row[3],
        (Integer) row[4],
        (Integer) row[5],
        ((OffsetDateTime) row[6]).toInstant(),
        ((OffsetDateTime) row[7]).toInstant(),
        (Boolean) row[8],
        ties);
  }
}
