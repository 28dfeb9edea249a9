package io.competitoriq.crawl.provider;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// What the workspaces allow themselves to spend; the configuration's figures until they say.
@ApplicationScoped
class Budgets {
  private final ProviderConfig config;
  private final Clock clock;

  Budgets(ProviderConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  Uni<Budget> of(Mutiny.Session tx, UUID workspaceId, Provider provider) {
    return tx.find(StoredBudget.class, StoredKey.place(workspaceId, provider))
        .map(row -> row == null ? unsaid() : read(row));
  }

  /// Of every provider.
  Uni<Map<Provider, Budget>> all(Mutiny.Session tx) {
    return tx.createSelectionQuery("from StoredBudget", StoredBudget.class)
        .getResultList()
        .map(
            rows -> {
              Map<Provider, Budget> budgets = new EnumMap<>(Provider.class);
              for (Provider provider : Provider.values()) {
                budgets.put(provider, unsaid());
              }
              rows.forEach(row -> budgets.put(row.provider, read(row)));
              return budgets;
            });
  }

  private Budget unsaid() {
    return new Budget(config.monthMicros(), config.sourceMicros(), Map.of());
  }

  Uni<Void> put(Mutiny.Session tx, UUID workspaceId, Provider provider, Budget budget) {
    StoredBudget row = new StoredBudget();
    row.workspaceId = workspaceId;
    row.provider = provider;
    row.monthMicros = budget.monthMicros();
    row.sourceMicros = budget.sourceMicros();
    row.sources =
        budget.sources().entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    row.updatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return tx.merge(row).call(tx::flush).replaceWithVoid();
  }

  private static Budget read(StoredBudget row) {
    return new Budget(
        row.monthMicros,
        row.sourceMicros,
        row.sources.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> UUID.fromString(entry.getKey()),
                    entry -> ((Number) entry.getValue()).longValue())));
  }
}
