package io.competitoriq.competitors.competitor;

import io.competitoriq.http.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Competitors of the workspace at hand; archived ones do not exist for anybody who asks here.
@ApplicationScoped
class CompetitorRepository implements PanacheRepositoryBase<Competitor, UUID> {

  private static final Cursor TOP =
      new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

  Uni<Optional<Competitor>> findWatched(UUID id) {
    return find("id = ?1 and archivedAt is null", id).firstResult().map(Optional::ofNullable);
  }

  /// Holds the row until the transaction ends.
  Uni<Optional<Competitor>> findForEdit(UUID id) {
    return find("id = ?1 and archivedAt is null", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .map(Optional::ofNullable);
  }

  /// Held until the transaction ends, in an order that no two hold against each other.
  Uni<List<Competitor>> lockAll(Collection<UUID> ids) {
    return find("id in ?1 and archivedAt is null order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  Uni<Optional<Competitor>> findByDomain(String domain) {
    return find("domain = ?1 and archivedAt is null", domain)
        .firstResult()
        .map(Optional::ofNullable);
  }

  /// Newest first; `like` is a part of the name or domain, in any case, empty for all.
  Uni<List<Competitor>> page(String like, Optional<Cursor> after, int rows) {
    Cursor from = after.orElse(TOP);
    return find(
            """
            archivedAt is null
              and (createdAt < :at or (createdAt = :at and id < :id))
              and (lower(name) like :like escape '!' or domain like :like escape '!')
              order by createdAt desc, id desc
            """,
            Parameters.with("at", from.at()).and("id", from.id()).and("like", pattern(like)))
        .range(0, rows - 1)
        .list();
  }

  private static String pattern(String like) {
    String literal =
        like.replace("\0", "").strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    return "%" + literal + "%";
  }

  /// Lets only one transaction at a time decide whether this domain is new.
  Uni<Void> holdDomain(Mutiny.Session tx, UUID workspaceId, String domain) {
    return tx.createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)", String.class)
        .setParameter("key", workspaceId + "/" + domain)
        .getSingleResult()
        .replaceWithVoid();
  }
}
