package io.competitoriq.analysis.share;

import io.competitoriq.analysis.share.Sharing.Target;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.telemetry.CountersFromZero;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Links of a workspace. A link works until it expires or is revoked; only its hash is kept.
@Startup
@ApplicationScoped
class ShareLinks {

  private static final String OPENINGS = "ciq_share_openings";

  private static final int TOKEN_BYTES = 32;

  private static final String OPEN =
      """
      select workspace_id, kind, target_id, title, expires_at, revoked
      from open_share_link($1, $2)
      """;

  private final Sharing sharing;
  private final WorkspaceTransactions transactions;
  private final MeterRegistry meters;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ShareLinks(
      Sharing sharing, WorkspaceTransactions transactions, MeterRegistry meters, Clock clock) {
    this.sharing = sharing;
    this.transactions = transactions;
    this.meters = meters;
    CountersFromZero.in(meters, OPENINGS, "outcome", List.of("OPENED", "ENDED"));
    this.clock = clock;
  }

  /// @param path where it is opened in the application; only in the answer that made it
  /// @param opened how often it was opened
  public record View(
      UUID id,
      ShareKind kind,
      UUID targetId,
      String title,
      @Nullable String path,
      long opened,
      @Nullable Instant lastOpenedAt,
      UUID createdBy,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant revokedAt) {

    @Override
    public String toString() {
      return "View[" + id + "]";
    }
  }

  /// Newest first, those that ended included.
  ///
  /// @param targetId of this thing only; null: all
  Uni<Page<View>> list(
      UUID workspaceId, @Nullable UUID targetId, Optional<Cursor> cursor, int limit) {
    return transactions
        .in(workspaceId, tx -> rows(tx, targetId, cursor, limit + 1))
        .map(rows -> rows.stream().map(row -> view(row, null)).toList())
        .map(found -> Page.of(found, limit, view -> Cursor.of(view.createdAt(), view.id())));
  }

  Uni<View> create(UUID memberId, Target target, int days) {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    ShareLink row = new ShareLink();
    row.id = Ids.next();
    row.workspaceId = target.workspaceId();
    row.kind = target.kind();
    row.targetId = target.id();
    row.tokenHash = hash(token);
    row.createdBy = memberId;
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    row.expiresAt = row.createdAt.plus(Duration.ofDays(days));
    return transactions.in(
        target.workspaceId(),
        tx ->
            sharing
                .title(target)
                .invoke(title -> row.title = title)
                .chain(() -> tx.persist(row))
                .replaceWith(() -> view(row, "/shared/" + token)));
  }

  Uni<Void> revoke(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.find(ShareLink.class, id)
                .invoke(
                    row -> {
                      if (row == null) {
                        throw Problems.notFound("share-link-not-found", "No link " + id + ".");
                      }
                      if (row.revokedAt == null) {
                        row.revokedAt = clock.instant();
                      }
                    })
                .replaceWithVoid());
  }

  /// Counts it. Fails with 404 for a token nobody made, with 410 for one that ended.
  Uni<Shared> open(String token) {
    Instant now = clock.instant();
    return transactions
        .global(
            tx ->
                SessionSql.of(tx)
                    .select(OPEN, Buffer.buffer(hash(token)), now.atOffset(ZoneOffset.UTC)))
        .chain(rows -> rows.isEmpty() ? Uni.createFrom().failure(unknown()) : show(rows, now));
  }

  private Uni<Shared> show(List<Object[]> rows, Instant now) {
    Object[] row = rows.getFirst();
    Instant expiresAt = ((OffsetDateTime) row[4]).toInstant();
    boolean live = !(Boolean) row[5] && expiresAt.isAfter(now);
    meters.counter(OPENINGS, "outcome", live ? "OPENED" : "ENDED").increment();
    if ((Boolean) row[5]) {
      throw Problems.gone("share-revoked", "This link was revoked. Ask whoever sent it.");
    }
    if (!live) {
      throw Problems.gone(
          "share-expired",
          "This link ended on %s. Ask whoever sent it for a new one."
              .formatted(expiresAt.truncatedTo(ChronoUnit.SECONDS)));
    }
    Target target = new Target((UUID) row[0], ShareKind.valueOf((String) row[1]), (UUID) row[2]);
    return sharing.show(target, (String) row[3], expiresAt);
  }

  private static Uni<List<ShareLink>> rows(
      Mutiny.Session tx, @Nullable UUID targetId, Optional<Cursor> after, int most) {
    StringBuilder where = new StringBuilder("from ShareLink where 1 = 1");
    if (targetId != null) {
      where.append(" and targetId = :target");
    }
    if (after.isPresent()) {
      where.append(" and (createdAt < :at or (createdAt = :at and id < :id))");
    }
    var query =
        tx.createSelectionQuery(where + " order by createdAt desc, id desc", ShareLink.class);
    if (targetId != null) {
      query.setParameter("target", targetId);
    }
    after.ifPresent(at -> query.setParameter("at", at.at()).setParameter("id", at.id()));
    return query.setMaxResults(most).getResultList();
  }

  private static View view(ShareLink row, @Nullable String path) {
    return new View(
        row.id,
        row.kind,
        row.targetId,
        row.title,
        path,
        row.opened,
        row.lastOpenedAt,
        row.createdBy,
        row.createdAt,
        row.expiresAt,
        row.revokedAt);
  }

  private static RuntimeException unknown() {
    return Problems.notFound("share-not-found", "There is nothing at this link.");
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
