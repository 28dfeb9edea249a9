package io.competitoriq.crawl.provider;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// Rows of `provider_spend`: what a provider and each of its sources have spent and set aside in a
/// month. A transaction takes the provider's row first and then the source's.
@ApplicationScoped
class SpendRows {
  /// The account of all sources together.
  static final UUID WHOLE_PROVIDER = new UUID(0, 0);

  private static final String OPEN =
      """
      insert into provider_spend (workspace_id, provider, source_id, month)
      values (:workspace, :provider, :account, :month) on conflict do nothing\
      """;
  private static final String RESERVE =
      """
      update provider_spend set reserved_micros = reserved_micros + :micros
       where workspace_id = :workspace and provider = :provider and source_id = :account
         and month = :month and spent_micros + reserved_micros + :micros <= :cap\
      """;
  private static final String SETTLE =
      """
      update provider_spend
         set reserved_micros = reserved_micros - :reserved, spent_micros = spent_micros + :micros
       where workspace_id = :workspace and provider = :provider and source_id = :account
         and month = :month\
      """;
  private static final String LOOK =
      """
      select spent_micros, reserved_micros from provider_spend
       where workspace_id = :workspace and provider = :provider and source_id = :account
         and month = :month\
      """;

  private static final String LOOK_AT_ALL =
      """
      select spent_micros, reserved_micros, provider from provider_spend
       where workspace_id = :workspace and source_id = :account and month = :month\
      """;

  /// What an account has spent and set aside.
  record State(long spentMicros, long reservedMicros) {}

  /// @return false, and nothing is changed, when it would go over `cap`
  Uni<Boolean> reserve(Mutiny.Session tx, Usage usage, UUID account, long cap) {
    return bound(tx.createNativeQuery(OPEN), usage, account)
        .executeUpdate()
        .chain(
            () ->
                bound(tx.createNativeQuery(RESERVE), usage, account)
                    .setParameter("micros", usage.reservedMicros)
                    .setParameter("cap", cap)
                    .executeUpdate())
        .map(rows -> rows == 1);
  }

  Uni<Void> settle(Mutiny.Session tx, Usage usage, UUID account, long reserved) {
    return bound(tx.createNativeQuery(SETTLE), usage, account)
        .setParameter("reserved", reserved)
        .setParameter("micros", usage.costMicros)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<State> of(Mutiny.Session tx, Usage usage, UUID account) {
    Mutiny.SelectionQuery<Object[]> query =
        tx.createNativeQuery(LOOK, Object[].class)
            .setParameter("workspace", usage.workspaceId)
            .setParameter("provider", usage.provider.name())
            .setParameter("account", account)
            .setParameter("month", usage.month);
    return query.getSingleResult().map(SpendRows::state);
  }

  /// What each provider has spent and set aside in a month; none for one that has no row yet.
  Uni<Map<Provider, State>> wholeProviders(Mutiny.Session tx, UUID workspaceId, LocalDate month) {
    return tx.createNativeQuery(LOOK_AT_ALL, Object[].class)
        .setParameter("workspace", workspaceId)
        .setParameter("account", WHOLE_PROVIDER)
        .setParameter("month", month)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> Provider.valueOf((String) row[2]), SpendRows::state)));
  }

  private static State state(Object[] row) {
    return new State(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
  }

  private static <R> Mutiny.Query<R> bound(Mutiny.Query<R> query, Usage usage, UUID account) {
    return query
        .setParameter("workspace", usage.workspaceId)
        .setParameter("provider", usage.provider.name())
        .setParameter("account", account)
        .setParameter("month", usage.month);
  }
}
