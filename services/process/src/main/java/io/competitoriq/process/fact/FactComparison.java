package io.competitoriq.process.fact;

import static java.util.Objects.requireNonNull;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.Side;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Which facts differ between two versions of a source: a version states what was first observed no
/// later and last seen no earlier than it was fetched.
@ApplicationScoped
public class FactComparison {

  private static final int MOST = 2000;

  /// Sorted by the facts' keys.
  public Uni<List<FactChange>> between(
      Mutiny.Session session, UUID sourceId, Instant from, Instant to) {
    return stated(session, sourceId, from)
        .chain(old -> stated(session, sourceId, to).map(now -> changes(old, now)));
  }

  private static Uni<Map<String, StoredFact>> stated(
      Mutiny.Session session, UUID sourceId, Instant at) {
    return session
        .createQuery(
            "from StoredFact where sourceId = :source and observedAt <= :at and lastSeen >= :at order by observedAt, id",
            StoredFact.class)
        .setParameter("source", sourceId)
        .setParameter("at", at)
        .setMaxResults(MOST)
        .getResultList()
        .map(
            rows -> {
              Map<String, StoredFact> byKey = new LinkedHashMap<>();
              rows.forEach(row -> byKey.put(row.key, row));
              return byKey;
            });
  }

  private static List<FactChange> changes(
      Map<String, StoredFact> old, Map<String, StoredFact> now) {
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    List<FactChange> changes = new ArrayList<>();
    for (String key : keys) {
      StoredFact before = old.get(key);
      StoredFact after = now.get(key);
      if (before == null || after == null || !before.value().equals(after.value())) {
        changes.add(change(before, after));
      }
    }
    return changes;
  }

  private static FactChange change(@Nullable StoredFact before, @Nullable StoredFact after) {
    StoredFact named = after != null ? after : requireNonNull(before);
    ChangeKind kind =
        before == null
            ? ChangeKind.ADDED
            : after == null ? ChangeKind.REMOVED : ChangeKind.MODIFIED;
    return new FactChange(
        kind,
        named.kind,
        named.subject,
        named.field,
        before == null ? null : before.value(),
        after == null ? null : after.value(),
        Stream.concat(evidence(before, Side.BEFORE), evidence(after, Side.AFTER)).toList());
  }

  private static Stream<Evidence> evidence(@Nullable StoredFact fact, Side side) {
    return fact == null ? Stream.of() : fact.evidence.items().stream().map(seen -> on(side, seen));
  }

  private static Evidence on(Side side, Evidence seen) {
    return new Evidence(
        seen.id(),
        side,
        seen.snapshotId(),
        seen.documentId(),
        seen.blockId(),
        seen.quote(),
        seen.start(),
        seen.end(),
        seen.verified(),
        seen.url(),
        seen.fetchedAt());
  }
}
