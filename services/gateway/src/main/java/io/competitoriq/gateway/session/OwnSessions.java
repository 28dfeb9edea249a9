package io.competitoriq.gateway.session;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The browsers an account is signed in with, in all its workspaces.
@ApplicationScoped
public class OwnSessions {

  private final Pool database;
  private final SessionConfig.Session config;
  private final Clock clock;

  OwnSessions(Pool database, SessionConfig config, Clock clock) {
    this.database = database;
    this.config = config.session();
    this.clock = clock;
  }

  /// A live session.
  ///
  /// @param workspace the name of the workspace it is in
  /// @param address where it was opened from, empty when that was not written down yet
  /// @param userAgent what the browser called itself
  /// @param lastSeenAt within a minute
  /// @param current whether it is the one that asks
  public record OwnSession(
      UUID id,
      String workspace,
      String address,
      @Nullable String userAgent,
      Instant createdAt,
      Instant lastSeenAt,
      boolean current) {}

  /// All of them, the last used first.
  public Uni<List<OwnSession>> all(SignedIn who) {
    return database
        .preparedQuery("select * from sessions_of($1, $2, $3)")
        .execute(
            Tuple.of(
                who.accountId(),
                clock.instant().atOffset(ZoneOffset.UTC),
                config.idle().toMillis() / 1000.0))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> session(row, who.sessionId()))
                    .toList());
  }

  /// Ends one of the account's sessions, in the caller's transaction.
  ///
  /// @return whether there was one
  public Uni<Boolean> end(Mutiny.Session tx, UUID accountId, UUID sessionId) {
    return end(tx, accountId, sessionId, null).map(ended -> ended > 0);
  }

  /// Ends all but one, in the caller's transaction.
  ///
  /// @return how many there were
  public Uni<Long> endOthers(Mutiny.Session tx, UUID accountId, UUID kept) {
    return end(tx, accountId, null, kept);
  }

  /// Ends all, in the caller's transaction.
  public Uni<Long> endAll(Mutiny.Session tx, UUID accountId) {
    return end(tx, accountId, null, null);
  }

  /// Moves the session to another workspace of its account, in the caller's transaction.
  ///
  /// @return whether the account is a member there
  public Uni<Boolean> enter(Mutiny.Session tx, SignedIn who, UUID workspaceId) {
    return SessionSql.of(tx)
        .select("select enter_workspace($1, $2, $3)", who.sessionId(), who.accountId(), workspaceId)
        .map(rows -> count(rows) > 0);
  }

  private static Uni<Long> end(
      Mutiny.Session tx, UUID accountId, @Nullable UUID only, @Nullable UUID kept) {
    return SessionSql.of(tx)
        .select("select end_sessions_of($1, $2, $3)", accountId, only, kept)
        .map(OwnSessions::count);
  }

  private static long count(List<Object[]> rows) {
    return ((Number) rows.getFirst()[0]).longValue();
  }

  private static OwnSession session(Row row, UUID current) {
    UUID id = row.getUUID("session_id");
    return new OwnSession(
        id,
        row.getString("workspace_name"),
        row.getString("address"),
        row.getString("user_agent"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("last_seen_at").toInstant(),
        id.equals(current));
  }
}
