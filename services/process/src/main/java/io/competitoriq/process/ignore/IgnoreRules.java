package io.competitoriq.process.ignore;

import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// The ignore rules of a workspace. The methods that take a session belong to the caller's
/// transaction.
@ApplicationScoped
public class IgnoreRules {

  private static final int MOST = 500;

  private final IgnoreRuleRepository rules;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  IgnoreRules(IgnoreRuleRepository rules, WorkspaceTransactions transactions, Clock clock) {
    this.rules = rules;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// What holds for a source, with origins.
  public Uni<EffectiveRules> effective(Mutiny.Session session, UUID sourceId) {
    return rules.tags(session, sourceId).chain(tags -> cascade(session, sourceId, tags));
  }

  private Uni<EffectiveRules> cascade(Mutiny.Session session, UUID sourceId, List<String> tags) {
    return rules
        .reaching(sourceId, tags)
        .map(rows -> rows.stream().map(StoredRule::rule).toList())
        .chain(
            found ->
                rules
                    .replacing(session, sourceId)
                    .map(replacing -> RuleCascade.of(found, replacing)))
        .chain(
            cascade ->
                rules
                    .replacingTags(session, sourceId)
                    .map(replacing -> cascade.ofTags(tags, replacing)));
  }

  /// Keeps the tags of a source's competitor, as its latest snapshot names them.
  public Uni<Integer> remember(
      Mutiny.Session session, UUID workspaceId, UUID sourceId, List<String> tags) {
    return rules.setTags(session, workspaceId, sourceId, tags);
  }

  Uni<EffectiveRules> effective(UUID workspaceId, UUID sourceId) {
    return transactions.in(workspaceId, session -> effective(session, sourceId));
  }

  Uni<List<IgnoreRule>> list(UUID workspaceId) {
    return transactions
        .in(workspaceId, _ -> rules.inForce())
        .map(rows -> rows.stream().map(StoredRule::rule).toList());
  }

  /// The same rule twice is one rule: the one there is is returned.
  public Uni<IgnoreRule> add(UUID workspaceId, UUID memberId, NewRule wanted) {
    wanted.check();
    return transactions.in(
        workspaceId,
        session ->
            rules
                .like(wanted)
                .map(rows -> rows.stream().filter(row -> sameTarget(row, wanted)).toList())
                .chain(
                    there ->
                        there.isEmpty()
                            ? insert(session, row(workspaceId, memberId, wanted))
                            : Uni.createFrom().item(there.getFirst().rule())));
  }

  private static boolean sameTarget(StoredRule row, NewRule wanted) {
    return Objects.equals(row.tag, wanted.tag()) && Objects.equals(row.sourceId, wanted.sourceId());
  }

  private Uni<IgnoreRule> insert(Mutiny.Session session, StoredRule row) {
    return rules
        .count("removedAt is null")
        .invoke(
            count -> {
              if (count >= MOST) {
                throw Problems.conflict(
                    "too-many-ignore-rules",
                    "There are " + MOST + " ignore rules already. Remove some that hide nothing.");
              }
            })
        .chain(() -> session.persist(row))
        .chain(session::flush)
        .map(_ -> row.rule());
  }

  private StoredRule row(UUID workspaceId, UUID memberId, NewRule wanted) {
    StoredRule row = new StoredRule();
    row.id = Ids.next();
    row.workspaceId = workspaceId;
    row.level = wanted.level();
    row.tag = wanted.tag();
    row.sourceId = wanted.sourceId();
    row.kind = wanted.kind();
    row.pattern = wanted.pattern();
    row.createdBy = memberId;
    row.createdAt = clock.instant();
    return row;
  }

  /// Another pattern; the level stays. What members marked with the rule stays marked.
  Uni<IgnoreRule> edit(UUID workspaceId, UUID id, RuleKind kind, String pattern) {
    RulePattern.check(kind, pattern);
    return transactions
        .in(
            workspaceId,
            _ ->
                find(id)
                    .invoke(IgnoreRules::requireInForce)
                    .call(row -> requireOnlyOne(row, kind, pattern))
                    .invoke(
                        row -> {
                          row.kind = kind;
                          row.pattern = pattern;
                        }))
        .map(StoredRule::rule);
  }

  private static void requireInForce(StoredRule row) {
    if (row.removedAt != null) {
      throw Problems.conflict(
          "ignore-rule-removed",
          "The rule " + row.id + " was removed. Restore it first, or add a new one.");
    }
  }

  /// Takes a rule out of force; [#restore] brings it back.
  Uni<Void> remove(UUID workspaceId, UUID id) {
    return transactions
        .in(workspaceId, _ -> find(id).invoke(row -> row.removedAt = clock.instant()))
        .replaceWithVoid();
  }

  Uni<IgnoreRule> restore(UUID workspaceId, UUID id) {
    return transactions
        .in(
            workspaceId,
            _ ->
                find(id)
                    .call(row -> requireOnlyOne(row, row.kind, row.pattern))
                    .invoke(row -> row.removedAt = null))
        .map(StoredRule::rule);
  }

  /// The same rule may have been added meanwhile.
  private Uni<?> requireOnlyOne(StoredRule wanted, RuleKind kind, String pattern) {
    NewRule same = new NewRule(wanted.level, wanted.tag, wanted.sourceId, kind, pattern);
    return rules
        .like(same)
        .invoke(
            rows ->
                rows.stream()
                    .filter(row -> sameTarget(row, same) && !row.id.equals(wanted.id))
                    .findFirst()
                    .ifPresent(
                        row -> {
                          throw Problems.conflict(
                              "ignore-rule-in-force",
                              "The same rule is in force as %s. Use that one, or remove it first."
                                  .formatted(row.id));
                        }));
  }

  Uni<EffectiveRules> setMode(UUID workspaceId, UUID sourceId, RuleMode mode) {
    return transactions.in(
        workspaceId,
        session ->
            rules
                .setMode(session, workspaceId, RuleLevel.SOURCE, sourceId.toString(), mode)
                .chain(() -> effective(session, sourceId)));
  }

  Uni<Void> setMode(UUID workspaceId, String tag, RuleMode mode) {
    return transactions
        .in(workspaceId, session -> rules.setMode(session, workspaceId, RuleLevel.TAG, tag, mode))
        .replaceWithVoid();
  }

  private Uni<StoredRule> find(UUID id) {
    return rules
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(
            () ->
                Problems.notFound("ignore-rule-not-found", "There is no ignore rule " + id + "."));
  }
}
