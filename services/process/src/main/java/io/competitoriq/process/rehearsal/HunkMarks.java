package io.competitoriq.process.rehearsal;

import io.competitoriq.http.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What members said of single hunks. All methods belong to the caller's transaction.
@ApplicationScoped
class HunkMarks {

  private static final int MOST = 100;

  /// A member may change their mind: the latest word counts.
  private static final String SET =
      """
      insert into hunk_mark (id, workspace_id, source_id, from_document_id, to_document_id,
                             before_blocks, after_blocks, relevant, rule_id, member_id)
      values (:id, :workspace, :source, :from, :to, :before, :after, :relevant, cast(nullif(cast(:rule as text), '') as uuid), :member)
      on conflict (source_id, from_document_id, to_document_id, before_blocks, after_blocks, member_id)
        do update set relevant = excluded.relevant, rule_id = excluded.rule_id
      """;

  private static final String LATEST =
      """
      select m.from_document_id, m.to_document_id, array_to_string(m.before_blocks, ' '), array_to_string(m.after_blocks, ' '), m.relevant
        from hunk_mark m left join ignore_rule r on r.id = m.rule_id
       where m.source_id = :source and r.removed_at is null
       order by m.created_at desc, m.id desc
      """;

  /// @param ruleId the rule made of the mark; the mark counts while it is in force
  Uni<Integer> set(
      Mutiny.Session session,
      UUID workspaceId,
      UUID memberId,
      UUID sourceId,
      HunkRef hunk,
      boolean relevant,
      @Nullable UUID ruleId) {
    return session
        .createNativeQuery(SET)
        .setParameter("id", Ids.next())
        .setParameter("workspace", workspaceId)
        .setParameter("source", sourceId)
        .setParameter("from", hunk.fromDocumentId())
        .setParameter("to", hunk.toDocumentId())
        .setParameter("before", hunk.beforeBlockIds().toArray(String[]::new))
        .setParameter("after", hunk.afterBlockIds().toArray(String[]::new))
        .setParameter("relevant", relevant)
        .setParameter("rule", ruleId == null ? "" : ruleId.toString())
        .setParameter("member", memberId)
        .executeUpdate();
  }

  /// The latest ones, at most 100.
  Uni<List<Mark>> of(Mutiny.Session session, UUID sourceId) {
    return session
        .createNativeQuery(LATEST, Object[].class)
        .setParameter("source", sourceId)
        .setMaxResults(MOST)
        .getResultList()
        .map(rows -> rows.stream().map(HunkMarks::mark).toList());
  }

  private static Mark mark(Object[] row) {
    return new Mark(
        new HunkRef((UUID) row[0], (UUID) row[1], ids((String) row[2]), ids((String) row[3])),
        (Boolean) row[4]);
  }

  /// Ids of blocks have no spaces.
  private static List<String> ids(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
  }

  /// @param relevant whether the hunk was news to the member
  record Mark(HunkRef hunk, boolean relevant) {}
}
