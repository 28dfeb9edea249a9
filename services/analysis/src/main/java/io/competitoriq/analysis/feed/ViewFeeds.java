package io.competitoriq.analysis.feed;

import io.competitoriq.analysis.directory.CompetitorCards;
import io.competitoriq.analysis.signal.SignalView;
import io.competitoriq.analysis.signal.Signals;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Feeds of a workspace. An address works until it is revoked; only its hash is kept.
@ApplicationScoped
class ViewFeeds {

  private static final int TOKEN_BYTES = 32;
  private static final int ITEMS = 50;
  private static final UUID NOBODY = new UUID(0, 0);

  private final Signals signals;
  private final CompetitorCards cards;
  private final WorkspaceTransactions transactions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ViewFeeds(
      Signals signals, CompetitorCards cards, WorkspaceTransactions transactions, Clock clock) {
    this.signals = signals;
    this.cards = cards;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @param path where it is read, below `/api/v1`; only in the answer that made it
  public record View(
      UUID id, String name, ViewQuery query, @Nullable String path, Instant createdAt) {

    @Override
    public String toString() {
      return "View[" + id + "]";
    }
  }

  /// What a feed shows right now.
  record Content(String name, List<Rss.Entry> entries) {}

  Uni<List<View>> list(UUID workspaceId) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.createSelectionQuery(
                    "from ViewFeed where revokedAt is null order by createdAt, id", ViewFeed.class)
                .getResultList()
                .map(rows -> rows.stream().map(row -> view(row, null)).toList()));
  }

  Uni<View> create(UUID workspaceId, UUID memberId, String name, ViewQuery query) {
    Signals.requireUsable(query.toSignals());
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    ViewFeed row = new ViewFeed();
    row.id = Ids.next();
    row.workspaceId = workspaceId;
    row.name = name.strip();
    row.query = query;
    row.tokenHash = hash(token);
    row.createdBy = memberId;
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return transactions.in(
        workspaceId, tx -> tx.persist(row).replaceWith(() -> view(row, "/rss/" + token)));
  }

  /// Without its address.
  Uni<View> get(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.find(ViewFeed.class, id)
                .map(
                    row -> {
                      if (row == null || row.revokedAt != null) {
                        throw missing();
                      }
                      return view(row, null);
                    }));
  }

  Uni<Void> revoke(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.find(ViewFeed.class, id)
                .invoke(
                    row -> {
                      if (row == null || row.revokedAt != null) {
                        throw missing();
                      }
                      row.revokedAt = clock.instant();
                    })
                .replaceWithVoid());
  }

  /// Fails with 404 for a token that is unknown or revoked.
  Uni<Content> read(String token) {
    return transactions
        .global(
            tx ->
                SessionSql.of(tx)
                    .select(
                        "select id, workspace_id from view_feed_by_token($1)",
                        Buffer.buffer(hash(token))))
        .chain(
            rows ->
                rows.isEmpty()
                    ? Uni.createFrom().failure(missing())
                    : content((UUID) rows.getFirst()[1], (UUID) rows.getFirst()[0]));
  }

  private Uni<Content> content(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.find(ViewFeed.class, id)
                .chain(
                    row ->
                        signals
                            .newest(workspaceId, row.query.toSignals(), NOBODY, ITEMS)
                            .chain(
                                found ->
                                    cards
                                        .names(tx, ids(found))
                                        .map(
                                            names ->
                                                new Content(
                                                    row.name, Rss.entries(found, names))))));
  }

  private static List<UUID> ids(List<SignalView> found) {
    return found.stream().map(SignalView::competitorId).distinct().toList();
  }

  private static View view(ViewFeed row, @Nullable String path) {
    return new View(row.id, row.name, row.query, path, row.createdAt);
  }

  private static RuntimeException missing() {
    return Problems.notFound("feed-not-found", "There is no such feed, or it was revoked.");
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
