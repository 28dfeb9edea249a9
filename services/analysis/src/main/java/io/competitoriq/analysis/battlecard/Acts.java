package io.competitoriq.analysis.battlecard;

import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Who did what to a card. Written in the transaction of the act, never changed.
@ApplicationScoped
class Acts {

  private static final int MOST = 200;
  private static final int LONGEST = 500;

  private static final String NOTE =
      """
      insert into battlecard_act (id, workspace_id, battlecard_id, act, member_id, detail, at)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;

  private static final String LIST =
      """
      select act, member_id, detail, at from battlecard_act
      where battlecard_id = $1 order by at desc, id desc limit $2
      """;

  private final Clock clock;

  Acts(Clock clock) {
    this.clock = clock;
  }

  /// What can be done to a card.
  enum Act {
    CREATED,
    EDITED,
    BLOCK_ADDED,
    SENT_TO_REVIEW,
    APPROVED,
    RETURNED,
    PUBLISHED,
    RESTORED,
    CLAIM_ACCEPTED,
    CLAIM_REFUSED,
    ARCHIVED
  }

  /// One act as people see it.
  record View(String act, UUID memberId, String detail, Instant at) {}

  /// Flushes first: the act belongs to the card.
  Uni<Void> note(Mutiny.Session tx, Battlecard card, Act act, UUID memberId, String detail) {
    String kept = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST);
    return tx.flush()
        .chain(
            () ->
                SessionSql.of(tx)
                    .update(
                        NOTE,
                        Ids.next(),
                        card.workspaceId,
                        card.id,
                        act.name(),
                        memberId,
                        kept,
                        clock.instant().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /// Newest first, at most 200.
  Uni<List<View>> list(Mutiny.Session tx, UUID cardId) {
    return SessionSql.of(tx)
        .select(LIST, cardId, MOST)
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new View(
                                (String) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                ((OffsetDateTime) row[3]).toInstant()))
                    .toList());
  }
}
