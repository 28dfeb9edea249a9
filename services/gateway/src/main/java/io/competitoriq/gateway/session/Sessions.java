package io.competitoriq.gateway.session;

import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.workspace.Membership;
import io.competitoriq.http.Ids;
import io.competitoriq.tenancy.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// The live sessions. They lie in the database, so that every gateway knows them and a sign-out
/// holds everywhere at once.
@ApplicationScoped
public class Sessions {

  private final SecureRandom random = new SecureRandom();
  private final SessionRepository repository;
  private final Pool database;
  private final SessionConfig.Session config;
  private final AuthConfig auth;
  private final Voucher voucher;
  private final Clock clock;

  Sessions(
      SessionRepository repository,
      Pool database,
      SessionConfig config,
      AuthConfig auth,
      Voucher voucher,
      Clock clock) {
    this.repository = repository;
    this.database = database;
    this.config = config.session();
    this.auth = auth;
    this.voucher = voucher;
    this.clock = clock;
  }

  /// A fresh session of the member at a browser, in the caller's transaction, which is bound to its
  /// workspace.
  public Uni<Opened> open(Membership membership, SignedIn.Person person, Origin origin) {
    var token = SessionToken.random(random);
    Instant now = clock.instant();
    var row = new StoredSession();
    row.id = Ids.next();
    row.workspaceId = membership.workspaceId();
    row.memberId = membership.memberId();
    row.tokenHash = token.hash();
    row.address = origin.address();
    row.userAgent = origin.userAgent();
    row.createdAt = now;
    row.lastSeenAt = now;
    row.expiresAt = now.plus(config.lifetime());
    return repository
        .persistAndFlush(row)
        .replaceWith(new Opened(token, SignedIn.by(row.id, membership, person)));
  }

  /// A session that has just been opened.
  ///
  /// @param token goes into the browser's cookie, nowhere else
  public record Opened(SessionToken token, SignedIn signedIn) {}

  /// Who the token stands for; empty when it is unknown, expired or signed out, or when the
  /// provider the person came through does not vouch for them any more.
  ///
  /// @param use whether this counts as activity of the person
  public Uni<Optional<SignedIn>> resume(SessionToken token, Use use) {
    return read(token, use)
        .chain(
            found ->
                found.isPresent() && auth.mode().provider()
                    ? vouched(found.get(), token)
                    : Uni.createFrom().item(found));
  }

  private Uni<Optional<SignedIn>> vouched(SignedIn who, SessionToken token) {
    return voucher
        .ask(who)
        .chain(
            verdict ->
                switch (verdict) {
                  case STANDS -> Uni.createFrom().item(Optional.of(who));
                  case CHANGED -> read(token, Use.WATCH);
                  case WITHDRAWN -> Uni.createFrom().item(Optional.empty());
                });
  }

  private Uni<Optional<SignedIn>> read(SessionToken token, Use use) {
    // Every request asks this: one statement outside a transaction instead of four inside one.
    return database
        .preparedQuery("select * from resume_session($1, $2, $3, $4)")
        .execute(Tuple.of(token.hash(), now(), idleSeconds(), use == Use.REQUEST))
        .map(Sessions::first);
  }

  /// What a session is resumed for.
  public enum Use {
    /// Somebody asked for something.
    REQUEST,
    /// A live stream looks whether its session still holds; an open tab alone keeps nobody signed
    /// in.
    WATCH
  }

  /// Ends the session, in the caller's transaction, which is bound to its workspace.
  public Uni<Void> end(SignedIn signedIn) {
    return end(signedIn.sessionId());
  }

  /// The same by the session alone.
  public Uni<Void> end(UUID sessionId) {
    return repository.delete("id", sessionId).replaceWithVoid();
  }

  /// Removes what can never be resumed.
  ///
  /// @return how many sessions are gone
  Uni<Long> sweep() {
    return database
        .preparedQuery("select sweep_door($1, $2)")
        .execute(Tuple.of(now(), idleSeconds()))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private double idleSeconds() {
    return config.idle().toMillis() / 1000.0;
  }

  private static Optional<SignedIn> first(RowSet<Row> rows) {
    var iterator = rows.iterator();
    return iterator.hasNext() ? Optional.of(signedIn(iterator.next())) : Optional.empty();
  }

  private static SignedIn signedIn(Row row) {
    return new SignedIn(
        uuid(row, "session_id"),
        uuid(row, "workspace_id"),
        row.getString("workspace_name"),
        uuid(row, "member_id"),
        uuid(row, "account_id"),
        row.getString("name"),
        row.getString("email"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("queue_admin"),
        row.getBoolean("closed"),
        row.getBoolean("demo"));
  }

  private static UUID uuid(Row row, String column) {
    return row.getUUID(column);
  }
}
