package io.competitoriq.analysis.signal;

import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// What members say about signals, and whom they name.
@ApplicationScoped
public class Comments {

  static final String CREATED = "comment.created";

  private static final String LIST = "from SignalComment where signalId = :signal order by id";
  private static final String NAMED = "from SignalMention where signalId = :signal";

  private final SignalRepository signals;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Comments(
      SignalRepository signals, LiveEvents live, WorkspaceTransactions transactions, Clock clock) {
    this.signals = signals;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @param mentions members named in it
  public record View(UUID id, UUID author, String body, Set<UUID> mentions, Instant createdAt) {}

  /// Oldest first.
  Uni<List<View>> list(UUID workspaceId, UUID signalId) {
    return transactions.in(workspaceId, tx -> require(signalId).chain(() -> views(tx, signalId)));
  }

  public Uni<View> add(
      UUID workspaceId, UUID signalId, UUID author, String body, Set<UUID> mentions) {
    SignalComment comment = new SignalComment();
    comment.id = Ids.next();
    comment.workspaceId = workspaceId;
    comment.signalId = signalId;
    comment.author = author;
    comment.body = body.strip();
    comment.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<SignalMention> named = mentions.stream().map(member -> mention(comment, member)).toList();
    return transactions.in(
        workspaceId,
        tx ->
            require(signalId)
                .chain(() -> tx.persist(comment))
                .chain(() -> tx.flush())
                .chain(() -> tx.persistAll(named.toArray()))
                .invoke(() -> live.publish(workspaceId, CREATED, signalId))
                .replaceWith(() -> view(comment, mentions)));
  }

  /// Only its author takes a comment back.
  Uni<Void> remove(UUID workspaceId, UUID signalId, UUID commentId, UUID author) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.find(SignalComment.class, commentId)
                .invoke(
                    found -> {
                      if (found == null || !found.signalId.equals(signalId)) {
                        throw Problems.notFound(
                            "comment-not-found", "No comment " + commentId + ".");
                      }
                      if (!found.author.equals(author)) {
                        throw Problems.forbidden(
                            "comment-of-another", "Only its author can take a comment back.");
                      }
                    })
                .chain(
                    () ->
                        tx.createMutationQuery("delete from SignalMention where commentId = :id")
                            .setParameter("id", commentId)
                            .executeUpdate())
                .chain(
                    () ->
                        tx.createMutationQuery("delete from SignalComment where id = :id")
                            .setParameter("id", commentId)
                            .executeUpdate())
                .invoke(() -> live.publish(workspaceId, CREATED, signalId))
                .replaceWithVoid());
  }

  private Uni<Void> require(UUID signalId) {
    return signals
        .count("id", signalId)
        .invoke(
            found -> {
              if (found == 0) {
                throw Signals.missing(signalId);
              }
            })
        .replaceWithVoid();
  }

  private static Uni<List<View>> views(Mutiny.Session tx, UUID signalId) {
    return tx.createSelectionQuery(NAMED, SignalMention.class)
        .setParameter("signal", signalId)
        .getResultList()
        .map(
            named ->
                named.stream()
                    .collect(
                        Collectors.groupingBy(
                            row -> row.commentId,
                            Collectors.mapping(row -> row.memberId, Collectors.toSet()))))
        .chain(
            (Map<UUID, Set<UUID>> named) ->
                tx.createSelectionQuery(LIST, SignalComment.class)
                    .setParameter("signal", signalId)
                    .getResultList()
                    .map(
                        rows ->
                            rows.stream()
                                .map(row -> view(row, named.getOrDefault(row.id, Set.of())))
                                .toList()));
  }

  private static View view(SignalComment row, Set<UUID> mentions) {
    return new View(row.id, row.author, row.body, mentions, row.createdAt);
  }

  private static SignalMention mention(SignalComment comment, UUID member) {
    SignalMention row = new SignalMention();
    row.commentId = comment.id;
    row.memberId = member;
    row.signalId = comment.signalId;
    row.workspaceId = comment.workspaceId;
    return row;
  }
}
