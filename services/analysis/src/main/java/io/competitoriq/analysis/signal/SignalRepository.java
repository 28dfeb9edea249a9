package io.competitoriq.analysis.signal;

import io.competitoriq.tenancy.SessionSql;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// Signals of the bound workspace.
@ApplicationScoped
class SignalRepository implements PanacheRepositoryBase<Signal, UUID> {

  /// Above it a list of ids is no shorter way than reading on.
  private static final int FEW = 500;

  private static final List<String> COUNTED =
      List.of("triage", "category", "severity", "competitorId");

  /// Grouped once by all of them, so that what is added up for each are a few groups and not every
  /// signal.
  private static final String COUNTS =
      "with found as materialized (select "
          + COUNTED.stream()
              .map("s.%1$s as %1$s"::formatted)
              .collect(Collectors.joining(", ", "", ", count(*) as n"))
          + " from Signal s where %s group by "
          + COUNTED.stream().map("s."::concat).collect(Collectors.joining(", "))
          + ") "
          + COUNTED.stream()
              .map(
                  "select '%1$s', cast(f.%1$s as String), sum(f.n) from found f group by f.%1$s"
                      ::formatted)
              .collect(Collectors.joining(" union all "));

  Uni<Boolean> existsForChange(UUID changeId) {
    return count("changeId", changeId).map(found -> found > 0);
  }

  /// Newest first, at most `limit`.
  Uni<List<Signal>> list(Mutiny.Session tx, SignalFilter filter, int limit) {
    return narrowed(tx, filter)
        .chain(
            narrow ->
                find(
                        "from Signal s where "
                            + narrow.condition()
                            + " order by s.detectedAt desc, s.id desc",
                        narrow.values())
                    .range(0, limit - 1)
                    .list());
  }

  /// Words that few signals contain are looked up; those of many are soon met from the newest on.
  private static Uni<SignalFilter> narrowed(Mutiny.Session tx, SignalFilter filter) {
    if (filter.patterns().isEmpty()) {
      return Uni.createFrom().item(filter);
    }
    return SessionSql.of(tx)
        .select("select signals_containing($1, $2)", filter.patterns().toArray(String[]::new), FEW)
        .map(
            rows -> rows.getFirst()[0] instanceof UUID[] ids ? filter.among(List.of(ids)) : filter);
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

  /// How often the signals of the bound workspace have changed so far.
  Uni<Long> revision(Mutiny.Session session) {
    return SessionSql.of(session)
        .select("select coalesce(sum(changes), 0)::bigint from signal_revision")
        .map(rows -> (Long) rows.getFirst()[0]);
  }

  /// How many signals have each value of each counted field, the most first; read once for all.
  Uni<Map<String, Map<String, Long>>> counts(Mutiny.Session session, SignalFilter filter) {
    return narrowed(session, filter)
        .chain(
            narrow -> {
              var query = session.createQuery(COUNTS.formatted(narrow.condition()), Object[].class);
              narrow.values().forEach(query::setParameter);
              return query.getResultList();
            })
        .map(
            rows -> {
              Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
              rows.stream()
                  .sorted(Comparator.comparing(row -> -(Long) row[2]))
                  .forEach(
                      row ->
                          counts
                              .computeIfAbsent((String) row[0], _ -> new LinkedHashMap<>())
                              .put((String) row[1], (Long) row[2]));
              return counts;
            });
  }
}
