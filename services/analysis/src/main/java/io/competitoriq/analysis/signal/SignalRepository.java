package io.competitoriq.analysis.signal;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Signals of the bound workspace.
@ApplicationScoped
class SignalRepository implements PanacheRepositoryBase<Signal, UUID> {

  private static final List<String> COUNTED =
      List.of("triage", "category", "severity", "competitorId");

  Uni<Boolean> existsForChange(UUID changeId) {
    return count("changeId", changeId).map(found -> found > 0);
  }

  /// Newest first, at most `limit`.
  Uni<List<Signal>> list(SignalFilter filter, int limit) {
    return find(
            "from Signal s where " + filter.condition() + " order by s.detectedAt desc, s.id desc",
            filter.values())
        .range(0, limit - 1)
        .list();
  }

  /// Locked in the order of their ids, so that two batches cannot wait for each other.
  Uni<List<Signal>> lockAll(Collection<UUID> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /// These signals and all others of their stories.
  Uni<List<UUID>> withTheirStories(Collection<UUID> ids) {
    return find(
            "from Signal s where s.storyId in (select o.storyId from Signal o where o.id in ?1)",
            ids)
        .list()
        .map(found -> found.stream().map(row -> row.id).toList());
  }

  /// How many signals have each value of each counted field, one query after the other.
  Uni<Map<String, Map<String, Long>>> counts(Mutiny.Session session, SignalFilter filter) {
    Uni<Map<String, Map<String, Long>>> all = Uni.createFrom().item(new LinkedHashMap<>());
    for (String field : COUNTED) {
      all =
          all.call(
              found -> countBy(session, field, filter).invoke(counts -> found.put(field, counts)));
    }
    return all;
  }

  private static Uni<Map<String, Long>> countBy(
      Mutiny.Session session, String field, SignalFilter filter) {
    String hql =
        "select s.%1$s, count(*) from Signal s where %2$s group by s.%1$s order by count(*) desc"
            .formatted(field, filter.condition());
    var query = session.createQuery(hql, Object[].class);
    filter.values().forEach(query::setParameter);
    return query
        .getResultList()
        .map(
            rows -> {
              Map<String, Long> counts = new LinkedHashMap<>();
              rows.forEach(row -> counts.put(String.valueOf(row[0]), (Long) row[1]));
              return counts;
            });
  }
}
