package io.competitoriq.gateway.oidc;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.seal.Seals;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/// What is kept of the provider for each session that came through it. Tokens lie sealed, for their
/// session alone.
@ApplicationScoped
class ProviderSessions {

  private final Pool database;
  private final Seals seals;
  private final Clock clock;

  ProviderSessions(Pool database, Seals seals, Clock clock) {
    this.database = database;
    this.seals = seals;
    this.clock = clock;
  }

  /// How things stand between a session and the provider.
  ///
  /// @param mine whether the caller is the one to ask the provider now
  /// @param checkedAt when the provider last vouched
  /// @param failing whether the last try to ask it failed
  record Check(
      boolean mine,
      Instant checkedAt,
      boolean failing,
      String subject,
      Seals.Sealed refreshToken) {}

  /// Takes the right to ask, where it is due and nobody has it; empty for a session that did not
  /// come through the provider.
  ///
  /// @param due how old the provider's last word must be
  /// @param lease how long nobody else may ask after somebody began
  Uni<Optional<Check>> claim(UUID sessionId, Duration due, Duration lease) {
    Instant now = clock.instant();
    return database
        .preparedQuery("select * from claim_provider_check($1, $2, $3, $4)")
        .execute(Tuple.of(sessionId, utc(now), utc(now.minus(due)), utc(now.minus(lease))))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst())
        .map(row -> row.map(ProviderSessions::check));
  }

  /// The token behind a check.
  ///
  /// @throws io.competitoriq.seal.SealBroken when its key is not configured any more
  String open(UUID sessionId, Seals.Sealed sealed) {
    return seals.open(sealed, purpose(sessionId));
  }

  /// Begins to keep a new session in step, in the caller's transaction.
  Uni<Void> add(Mutiny.Session tx, SignedIn session, Identity identity, OIDCTokens tokens) {
    Seals.Sealed refresh = sealed(session.sessionId(), tokens.getRefreshToken().getValue());
    Seals.Sealed id = sealed(session.sessionId(), tokens.getIDTokenString());
    return SessionSql.of(tx)
        .update(
            """
            insert into provider_session (session_id, workspace_id, account_id, issuer, subject,
                provider_sid, refresh_key_id, refresh_token, id_token_key_id, id_token, checked_at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)\
            """,
            session.sessionId(),
            session.workspaceId(),
            session.accountId(),
            identity.issuer(),
            identity.subject(),
            identity.sid().orElse(null),
            refresh.keyId(),
            Buffer.buffer(refresh.bytes()),
            id.keyId(),
            Buffer.buffer(id.bytes()),
            utc(clock.instant()))
        .replaceWithVoid();
  }

  /// The provider has vouched once more, in the caller's transaction. A token it did not replace is
  /// good for the next time.
  Uni<Void> vouched(Mutiny.Session tx, UUID sessionId, OIDCTokens tokens) {
    var refresh = Optional.ofNullable(tokens.getRefreshToken()).map(t -> t.getValue());
    var sealed = refresh.map(token -> sealed(sessionId, token));
    return SessionSql.of(tx)
        .update(
            """
            update provider_session
              set checked_at = $2, claimed_at = null, failed_at = null,
                refresh_key_id = coalesce($3, refresh_key_id),
                refresh_token = coalesce($4, refresh_token)
              where session_id = $1\
            """,
            sessionId,
            utc(clock.instant()),
            sealed.map(Seals.Sealed::keyId).orElse(null),
            sealed.map(s -> Buffer.buffer(s.bytes())).orElse(null))
        .replaceWithVoid();
  }

  /// Asking has failed, in the caller's transaction.
  Uni<Void> failed(Mutiny.Session tx, UUID sessionId) {
    return SessionSql.of(tx)
        .update(
            "update provider_session set failed_at = $2 where session_id = $1",
            sessionId,
            utc(clock.instant()))
        .replaceWithVoid();
  }

  /// The ID token the session came with; in the caller's transaction.
  Uni<Optional<String>> idToken(Mutiny.Session tx, UUID sessionId) {
    return SessionSql.of(tx)
        .select(
            "select id_token_key_id, id_token from provider_session where session_id = $1",
            sessionId)
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            open(
                                sessionId,
                                new Seals.Sealed((String) row[0], ((Buffer) row[1]).getBytes()))));
  }

  /// A session the provider ends.
  record Ended(UUID sessionId, UUID workspaceId, UUID accountId) {}

  /// The sessions of a person, of one of the provider's sessions, or of both together.
  Uni<List<Ended>> find(String issuer, Optional<String> subject, Optional<String> sid) {
    return database
        .preparedQuery("select * from sessions_of_provider($1, $2, $3)")
        .execute(Tuple.of(issuer, subject.orElse(null), sid.orElse(null)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(
                        row ->
                            new Ended(
                                row.getUUID("session_id"),
                                row.getUUID("workspace_id"),
                                row.getUUID("account_id")))
                    .toList());
  }

  private static Check check(Row row) {
    return new Check(
        row.getBoolean("claimed"),
        row.getOffsetDateTime("checked_at").toInstant(),
        row.getBoolean("failing"),
        row.getString("subject"),
        new Seals.Sealed(
            row.getString("refresh_key_id"), row.getBuffer("refresh_token").getBytes()));
  }

  private Seals.Sealed sealed(UUID sessionId, String token) {
    return seals.seal(token, purpose(sessionId));
  }

  private static String purpose(UUID sessionId) {
    return "provider-session " + sessionId;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
