package io.competitoriq.tenancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Makes what a POST asks for once, however often it is sent under the same `Idempotency-Key`
/// (draft-ietf-httpapi-idempotency-key-header): the key is taken in the transaction that makes the
/// thing, so requests at the same moment wait for each other and only the first makes something. A
/// repeat reads what was made, as it is by then and without secrets that are shown once. Kept for a
/// day, in the service's table `request_outcome`.
@ApplicationScoped
public class Idempotency {

  public static final String HEADER = "Idempotency-Key";

  private static final int LONGEST_KEY = 200;
  private static final String FORGET =
      "delete from request_outcome where workspace_id = $1"
          + " and created_at < now() - interval '24 hours'";
  private static final String TAKE =
      """
      insert into request_outcome (workspace_id, member_id, key, request_hash)
      values ($1, $2, $3, $4) on conflict do nothing""";
  private static final String NOTE =
      "update request_outcome set made = $4 where workspace_id = $1 and member_id = $2 and key = $3";
  private static final String FIND =
      "select made, request_hash from request_outcome"
          + " where workspace_id = $1 and member_id = $2 and key = $3";

  private final WorkspaceTransactions transactions;
  private final ObjectMapper json;

  Idempotency(WorkspaceTransactions transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  /// A request that makes something.
  ///
  /// @param key null: it is not repeated
  /// @param address what it is sent to
  public record Request(
      UUID workspaceId, UUID memberId, @Nullable String key, String address, Object body) {}

  /// How a thing is made and found again.
  ///
  /// @param make joins the transaction at hand
  /// @param id of what was made
  /// @param read what was made before; joins the transaction at hand
  public record Making<T>(
      Supplier<Uni<T>> make, Function<T, UUID> id, Function<UUID, Uni<T>> read) {}

  /// @throws io.competitoriq.http.ProblemException 400 for a key that is none; the Uni fails with
  ///   422 when the key was used for another request
  public <T> Uni<T> once(Request request, Making<T> making) {
    String key = request.key;
    if (key == null) {
      return making.make.get();
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Problems.badRequest(
          "idempotency-key-invalid",
          HEADER + " must have 1 to " + LONGEST_KEY + " characters, for example a UUID.");
    }
    Buffer hash = Buffer.buffer(hash(request));
    return transactions.in(
        request.workspaceId,
        tx ->
            SessionSql.of(tx)
                .update(FORGET, request.workspaceId)
                .chain(
                    () ->
                        SessionSql.of(tx)
                            .update(
                                TAKE,
                                request.workspaceId,
                                request.memberId,
                                key,
                                hash.getDelegate()))
                .chain(
                    taken ->
                        taken == 1
                            ? making
                                .make
                                .get()
                                .call(made -> note(tx, request, making.id.apply(made)))
                            : repeat(tx, request, hash.getBytes(), making.read)));
  }

  private static Uni<Void> note(Mutiny.Session tx, Request request, UUID made) {
    return SessionSql.of(tx)
        .update(NOTE, request.workspaceId, request.memberId, request.key, made)
        .replaceWithVoid();
  }

  private static <T> Uni<T> repeat(
      Mutiny.Session tx, Request request, byte[] hash, Function<UUID, Uni<T>> read) {
    return SessionSql.of(tx)
        .select(FIND, request.workspaceId, request.memberId, request.key)
        .map(rows -> made(rows, hash))
        .chain(read::apply);
  }

  private static UUID made(List<Object[]> rows, byte[] hash) {
    Object[] row = rows.getFirst();
    if (!Arrays.equals(bytes(row[1]), hash)) {
      throw Problems.unprocessable(
          "idempotency-key-reused",
          "This " + HEADER + " was used for another request; make a new one for each.");
    }
    return (UUID) row[0];
  }

  private static byte[] bytes(Object column) {
    return column instanceof io.vertx.core.buffer.Buffer buffer
        ? buffer.getBytes()
        : (byte[]) column;
  }

  private byte[] hash(Request request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(request.address.getBytes(StandardCharsets.UTF_8));
      return digest.digest(json.writeValueAsBytes(request.body));
    } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
