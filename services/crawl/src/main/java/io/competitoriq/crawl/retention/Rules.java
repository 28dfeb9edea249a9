package io.competitoriq.crawl.retention;

import io.competitoriq.http.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Which rule holds where. Every call belongs to the caller's transaction; the rows that ended stay
/// and tell who allowed what.
@ApplicationScoped
class Rules {
  private final RuleRepository rules;
  private final RetentionConfig config;
  private final Clock clock;

  Rules(RuleRepository rules, RetentionConfig config, Clock clock) {
    this.rules = rules;
    this.config = config;
    this.clock = clock;
  }

  Uni<RuleView> ofWorkspace() {
    return of(StoredRule.WORKSPACE);
  }

  /// The source's own rule, else the workspace's, else the configuration's.
  Uni<RuleView> of(UUID sourceId) {
    return rules
        .inForce(List.of(StoredRule.WORKSPACE, sourceId))
        .map(
            rows ->
                find(rows, sourceId)
                    .or(() -> find(rows, StoredRule.WORKSPACE))
                    .map(StoredRule::view)
                    .orElseGet(this::fallback));
  }

  private static Optional<StoredRule> find(List<StoredRule> rows, UUID place) {
    return rows.stream().filter(row -> row.sourceId.equals(place)).findFirst();
  }

  private RuleView fallback() {
    Rule rule = new Rule(config.keepNewest(), config.keepChanged(), config.bodyDays());
    return new RuleView(RuleScope.DEFAULT, rule, null, null);
  }

  /// Replaces the rule of a place.
  ///
  /// @param place a source, or [StoredRule#WORKSPACE]
  Uni<RuleView> put(Mutiny.Session tx, UUID workspaceId, UUID place, Rule rule, UUID memberId) {
    StoredRule row = new StoredRule();
    row.id = Ids.next();
    row.workspaceId = workspaceId;
    row.sourceId = place;
    row.keepNewest = rule.keepNewest();
    row.keepChanged = rule.keepChanged();
    row.bodyDays = rule.bodyDays();
    row.setBy = memberId;
    row.setAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return end(place, memberId).chain(() -> tx.persist(row)).call(tx::flush).replaceWith(row::view);
  }

  /// From then on the wider rule holds.
  Uni<Integer> end(UUID place, UUID memberId) {
    return rules.end(place, memberId, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
