package io.competitoriq.process.ignore;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Ignore rules of the bound workspace, with the modes of levels and the tags of sources.
@ApplicationScoped
class IgnoreRuleRepository implements PanacheRepositoryBase<StoredRule, UUID> {

  Uni<List<StoredRule>> inForce() {
    return find("removedAt is null order by level, id").list();
  }

  /// Those that could hold for a source.
  Uni<List<StoredRule>> reaching(UUID sourceId, List<String> tags) {
    return tags.isEmpty()
        ? find("removedAt is null and (level = ?1 or sourceId = ?2)", RuleLevel.WORKSPACE, sourceId)
            .list()
        : find(
                "removedAt is null and (level = ?1 or sourceId = ?2 or tag in ?3)",
                RuleLevel.WORKSPACE,
                sourceId,
                tags)
            .list();
  }

  /// The same rule, in force already.
  Uni<List<StoredRule>> like(NewRule rule) {
    return find(
            "removedAt is null and level = ?1 and kind = ?2 and pattern = ?3",
            rule.level(),
            rule.kind(),
            rule.pattern())
        .list();
  }

  Uni<List<String>> tags(Mutiny.Session session, UUID sourceId) {
    return session
        .createNativeQuery(
            "select unnest(tags) tag from source_tags where source_id = :source order by tag",
            String.class)
        .setParameter("source", sourceId)
        .getResultList();
  }

  Uni<Integer> setTags(Mutiny.Session session, UUID workspaceId, UUID sourceId, List<String> tags) {
    return session
        .createNativeQuery(
            """
            insert into source_tags (source_id, workspace_id, tags) values (:source, :workspace, :tags)
            on conflict (source_id) do update set tags = excluded.tags
            """)
        .setParameter("source", sourceId)
        .setParameter("workspace", workspaceId)
        .setParameter("tags", tags.toArray(String[]::new))
        .executeUpdate();
  }

  /// The levels whose rules stand instead of those above, for one source.
  Uni<List<RuleLevel>> replacing(Mutiny.Session session, UUID sourceId) {
    return session
        .createNativeQuery(
            """
            select distinct level from ignore_mode where mode = 'REPLACE'
             and (level = 'SOURCE' and target = :target
               or level = 'TAG' and target in (
                 select unnest(tags) from source_tags where source_id = :source))
            """,
            String.class)
        .setParameter("source", sourceId)
        .setParameter("target", sourceId.toString())
        .getResultList()
        .map(levels -> levels.stream().map(RuleLevel::valueOf).toList());
  }

  /// Those of the tags of a source whose rules stand instead of the workspace's.
  Uni<List<String>> replacingTags(Mutiny.Session session, UUID sourceId) {
    return session
        .createNativeQuery(
            """
            select target from ignore_mode where mode = 'REPLACE' and level = 'TAG' and target in (
              select unnest(tags) from source_tags where source_id = :source) order by target
            """,
            String.class)
        .setParameter("source", sourceId)
        .getResultList();
  }

  Uni<Integer> setMode(
      Mutiny.Session session, UUID workspaceId, RuleLevel level, String target, RuleMode mode) {
    return session
        .createNativeQuery(
            """
            insert into ignore_mode (workspace_id, level, target, mode)
            values (:workspace, :level, :target, :mode)
            on conflict (workspace_id, level, target) do update set mode = excluded.mode
            """)
        .setParameter("workspace", workspaceId)
        .setParameter("level", level.name())
        .setParameter("target", target)
        .setParameter("mode", mode.name())
        .executeUpdate();
  }
}
