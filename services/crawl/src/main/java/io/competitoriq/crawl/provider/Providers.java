package io.competitoriq.crawl.provider;

import static java.util.Objects.requireNonNull;

import io.competitoriq.crawl.provider.ProviderView.BudgetView;
import io.competitoriq.crawl.provider.ProviderView.KeyState;
import io.competitoriq.crawl.provider.ProviderView.MonthView;
import io.competitoriq.crawl.provider.UsageRepository.Scope;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The providers as a workspace sees them: keys, budgets, what they cost.
@ApplicationScoped
class Providers {
  private final ProviderKeys keys;
  private final ProviderCalls calls;
  private final Budgets budgets;
  private final SpendRows spend;
  private final UsageRepository usage;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Providers(
      ProviderKeys keys,
      ProviderCalls calls,
      Budgets budgets,
      SpendRows spend,
      UsageRepository usage,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.keys = keys;
    this.calls = calls;
    this.budgets = budgets;
    this.spend = spend;
    this.usage = usage;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Keys, budgets and spending of all with a statement each.
  Uni<List<ProviderView>> all(UUID workspaceId) {
    LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    return transactions.in(
        workspaceId,
        tx ->
            keys.all(tx)
                .chain(
                    stored ->
                        budgets
                            .all(tx)
                            .chain(
                                budget ->
                                    spend
                                        .wholeProviders(tx, workspaceId, month)
                                        .map(spent -> views(stored, budget, spent, month)))));
  }

  private List<ProviderView> views(
      List<StoredKey> stored,
      Map<Provider, Budget> budgets,
      Map<Provider, SpendRows.State> spent,
      LocalDate month) {
    return Arrays.stream(Provider.values())
        .map(
            provider -> {
              StoredKey key =
                  stored.stream().filter(row -> row.provider == provider).findFirst().orElse(null);
              var state = spent.getOrDefault(provider, new SpendRows.State(0, 0));
              return view(
                  provider,
                  key,
                  requireNonNull(budgets.get(provider)),
                  new MonthView(month, state.spentMicros(), state.reservedMicros()));
            })
        .toList();
  }

  Uni<ProviderView> one(UUID workspaceId, Provider provider) {
    return all(workspaceId)
        .map(
            all ->
                all.stream()
                    .filter(view -> view.provider().equals(provider.path()))
                    .findFirst()
                    .orElseThrow());
  }

  Uni<ProviderView> putKey(UUID workspaceId, Provider provider, String key) {
    return keys.put(workspaceId, provider, key).chain(() -> one(workspaceId, provider));
  }

  Uni<Void> deleteKey(UUID workspaceId, Provider provider) {
    return keys.delete(workspaceId, provider)
        .invoke(
            existed -> {
              if (!existed) {
                throw Problems.notFound(
                    "provider-key-not-found",
                    "There is no key for %s.".formatted(provider.label()));
              }
            })
        .replaceWithVoid();
  }

  Uni<ProviderView> putBudget(UUID workspaceId, Provider provider, Budget budget) {
    return transactions
        .in(workspaceId, tx -> budgets.put(tx, workspaceId, provider, budget))
        .chain(() -> one(workspaceId, provider));
  }

  Uni<UsagePage> usage(UUID workspaceId, Scope scope, Optional<Cursor> after, int limit) {
    return transactions.in(
        workspaceId,
        tx ->
            usage
                .list(scope, after, limit)
                .map(rows -> rows.stream().map(UsageView::of).toList())
                .map(views -> Page.of(views, limit, last -> Cursor.of(last.startedAt(), last.id())))
                .chain(
                    page ->
                        months(tx, scope, after)
                            .map(
                                months -> new UsagePage(page.items(), page.nextCursor(), months))));
  }

  private Uni<List<UsagePage.UsageMonth>> months(
      Mutiny.Session tx, Scope scope, Optional<Cursor> after) {
    return after.isPresent()
        ? Uni.createFrom().item(List.of())
        : usage.months(tx, scope.provider());
  }

  private ProviderView view(
      Provider provider, @Nullable StoredKey key, Budget budget, MonthView month) {
    return new ProviderView(
        provider.path(),
        provider.label(),
        key == null ? KeyState.MISSING : state(key.state),
        key == null ? null : key.account,
        key == null ? null : key.remainingCredits,
        key == null ? null : key.setAt,
        key == null ? null : key.checkedAt,
        calls.resting(provider),
        new BudgetView(budget.monthMicros(), budget.sourceMicros(), budget.sources()),
        month);
  }

  private static KeyState state(StoredKey.State state) {
    return switch (state) {
      case VERIFIED -> KeyState.VERIFIED;
      case REFUSED -> KeyState.REFUSED;
    };
  }
}
