package io.competitoriq.crawl.provider;

import io.competitoriq.http.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Rows of `provider_usage`. Every call needs a workspace transaction around it.
@ApplicationScoped
class UsageRepository implements PanacheRepositoryBase<Usage, UUID> {
  private static final int MONTHS_SHOWN = 24;
  private static final String MONTHS =
      """
      select u.month, u.provider, count(*), sum(u.credits), sum(u.costMicros),
             sum(case when u.state = :open then u.reservedMicros else 0 end)
        from Usage u where u.provider in (:providers)
       group by u.month, u.provider order by u.month desc, u.provider""";

  /// The newest first, at most `limit + 1` of them.
  Uni<List<Usage>> list(Scope scope, Optional<Cursor> after, int limit) {
    Parameters parameters = scope.parameters();
    after.ifPresent(cursor -> parameters.and("at", cursor.at()).and("after", cursor.id()));
    String beyond =
        after.isEmpty() ? "" : " and (startedAt < :at or startedAt = :at and id < :after)";
    return find(scope.condition() + beyond + " order by startedAt desc, id desc", parameters)
        .range(0, limit)
        .list();
  }

  Uni<List<UsagePage.UsageMonth>> months(Mutiny.Session tx, Optional<Provider> provider) {
    return tx.createQuery(MONTHS, Object[].class)
        .setParameter("open", UsageState.OPEN)
        .setParameter("providers", provider.map(List::of).orElse(List.of(Provider.values())))
        .setMaxResults(MONTHS_SHOWN)
        .getResultList()
        .map(rows -> rows.stream().map(UsageRepository::month).toList());
  }

  private static UsagePage.UsageMonth month(Object[] row) {
    return new UsagePage.UsageMonth(
        (LocalDate) row[0],
        ((Provider) row[1]).path(),
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue(),
        ((Number) row[4]).longValue(),
        ((Number) row[5]).longValue());
  }

  /// Which rows are asked for.
  record Scope(Optional<Provider> provider, Optional<UUID> sourceId, Optional<LocalDate> month) {
    String condition() {
      return (provider.isPresent() ? "provider = :provider" : "1 = 1")
          + (sourceId.isPresent() ? " and sourceId = :source" : "")
          + (month.isPresent() ? " and month = :month" : "");
    }

    Parameters parameters() {
      Parameters parameters = new Parameters();
      provider.ifPresent(it -> parameters.and("provider", it));
      sourceId.ifPresent(it -> parameters.and("source", it));
      month.ifPresent(it -> parameters.and("month", it));
      return parameters;
    }
  }
}
