package io.competitoriq.analysis.ask;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Whether answers were of use.
@ApplicationScoped
class FeedbackRows {

  private static final String TALLY =
      """
      select count(*) filter (where useful)::integer, count(*) filter (where not useful)::integer,
             bool_or(useful) filter (where member_id = $2)
      from answer_feedback where question_id = $1
      """;

  private static final String GIVE =
      """
      insert into answer_feedback (question_id, member_id, workspace_id, useful, note, given_at)
      values ($1, $2, $3, $4, $5, now())
      on conflict (question_id, member_id)
        do update set useful = excluded.useful, note = excluded.note, given_at = excluded.given_at
      """;

  /// @param mine what the reader said; null when nothing
  record Tally(int useful, int notUseful, @Nullable Boolean mine) {
    static final Tally NONE = new Tally(0, 0, null);
  }

  Uni<Tally> of(Mutiny.Session tx, UUID questionId, UUID memberId) {
    return SessionSql.of(tx)
        .select(TALLY, questionId, memberId)
        .map(List::getFirst)
        .map(row -> new Tally((Integer) row[0], (Integer) row[1], (Boolean) row[2]));
  }

  Uni<Integer> give(
      Mutiny.Session tx,
      UUID workspaceId,
      UUID questionId,
      UUID memberId,
      boolean useful,
      String note) {
    return SessionSql.of(tx).update(GIVE, questionId, memberId, workspaceId, useful, note);
  }
}
