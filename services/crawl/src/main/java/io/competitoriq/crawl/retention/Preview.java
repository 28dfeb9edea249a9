package io.competitoriq.crawl.retention;

import io.competitoriq.crawl.retention.PreviewView.SourceShare;
import io.competitoriq.crawl.retention.SpareSnapshots.Spare;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// A dry run: selects what the janitor would, the same way, and changes nothing.
@ApplicationScoped
class Preview {
  private static final int MOST_SOURCES = 1000;
  private static final String SOURCES =
      "select distinct source_id from snapshot order by source_id limit $1";
  private static final String BYTES = "select source_id, stored_bytes from spare_bytes($1)";

  private final WorkspaceTransactions transactions;
  private final Selection selection;
  private final RetentionConfig config;

  Preview(WorkspaceTransactions transactions, Selection selection, RetentionConfig config) {
    this.transactions = transactions;
    this.selection = selection;
    this.config = config;
  }

  /// @param instead a rule to try in place of the workspace's; empty: the rules that hold. Fails
  ///   with problem `citations-unknown` when process gives no answer.
  Uni<PreviewView> of(UUID workspaceId, Optional<Rule> instead) {
    return transactions
        .in(workspaceId, tx -> SessionSql.of(tx).select(SOURCES, MOST_SOURCES + 1))
        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList())
        .chain(sources -> walk(new Walk(workspaceId, instead, sources), 0, Spare.BEGINNING))
        .chain(this::weighed);
  }

  /// Goes on at a source of the list, behind a snapshot.
  private Uni<Walk> walk(Walk walk, int at, Spare after) {
    if (at >= Math.min(walk.sources().size(), MOST_SOURCES) || walk.count() >= config.previewed()) {
      return Uni.createFrom().item(at < walk.sources().size() ? walk.cut() : walk);
    }
    UUID sourceId = walk.sources().get(at);
    return selection
        .next(new Place(walk.workspaceId(), sourceId), walk.instead(), after)
        .onFailure(Citations.NoAnswer.class)
        .transform(_ -> unknown())
        .invoke(selected -> walk.add(sourceId, selected.going()))
        .chain(
            selected ->
                selected
                    .more()
                    .map(last -> walk(walk, at, last))
                    .orElseGet(() -> walk(walk, at + 1, Spare.BEGINNING)));
  }

  private static RuntimeException unknown() {
    return Problems.unavailable(
        "citations-unknown",
        "Process does not say at the moment what was read from which snapshot, so nobody knows what"
            + " would go. Nothing is released meanwhile. Try again in a moment.",
        Duration.ofSeconds(10));
  }

  private Uni<PreviewView> weighed(Walk walk) {
    UUID[] all = walk.going().values().stream().flatMap(List::stream).toArray(UUID[]::new);
    return transactions
        .in(walk.workspaceId(), tx -> SessionSql.of(tx).select(BYTES, (Object) all))
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(
                            row -> (UUID) row[0], row -> ((Number) row[1]).longValue())))
        .map(walk::view);
  }

  /// What was found so far.
  private record Walk(
      UUID workspaceId,
      Optional<Rule> instead,
      List<UUID> sources,
      Map<UUID, List<UUID>> going,
      boolean complete) {

    Walk(UUID workspaceId, Optional<Rule> instead, List<UUID> sources) {
      this(workspaceId, instead, sources, new LinkedHashMap<>(), true);
    }

    Walk cut() {
      return new Walk(workspaceId, instead, sources, going, false);
    }

    void add(UUID sourceId, List<UUID> ids) {
      if (!ids.isEmpty()) {
        going.computeIfAbsent(sourceId, _ -> new ArrayList<>()).addAll(ids);
      }
    }

    long count() {
      return going.values().stream().mapToLong(List::size).sum();
    }

    PreviewView view(Map<UUID, Long> bytes) {
      List<SourceShare> shares =
          going.entrySet().stream()
              .map(
                  entry ->
                      new SourceShare(
                          entry.getKey(),
                          entry.getValue().size(),
                          bytes.getOrDefault(entry.getKey(), 0L)))
              .toList();
      return new PreviewView(
          count(), shares.stream().mapToLong(SourceShare::bytes).sum(), complete, shares);
    }
  }
}
