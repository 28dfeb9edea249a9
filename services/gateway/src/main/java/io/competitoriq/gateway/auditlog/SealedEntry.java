package io.competitoriq.gateway.auditlog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the trail as it is stored, with its place in the chain. Its canonical form is computed
/// here a second time, apart from the database that sealed it (ADR 30).
///
/// @param chain the workspace, or [#DOOR]
/// @param sequence 1 for a chain's first row
/// @param previousHash hash of the row before, 64 zeros for the first
/// @param micros when it was, in microseconds since 1970
record SealedEntry(
    UUID chain,
    long sequence,
    String previousHash,
    String hash,
    UUID id,
    @Nullable UUID workspaceId,
    @Nullable UUID accountId,
    String action,
    String traceId,
    long micros,
    Origins origin,
    Details detail) {

  /// The chain of rows that belong to no workspace.
  static final UUID DOOR = new UUID(0, 0);

  static final String NO_HASH = "0".repeat(64);

  /// In the order of [#of].
  static final String COLUMNS =
      """
      chain, sequence, previous_hash, hash, id, workspace_id, account_id, action, trace_id,
      (extract(epoch from created_at) * 1000000)::bigint, origin_salt, origin_digest, address,
      user_agent, detail_salt, detail_digest, subject, state_before, state_after\
      """;

  /// Where the act came from.
  ///
  /// @param salt null once it has been forgotten
  record Origins(
      @Nullable String salt, String digest, @Nullable String address, @Nullable String userAgent) {}

  /// What the act was about.
  ///
  /// @param salt null once it has been forgotten
  record Details(
      @Nullable String salt,
      String digest,
      @Nullable String subject,
      @Nullable String before,
      @Nullable String after) {}

  static SealedEntry of(Object[] row) {
    return new SealedEntry(
        (UUID) row[0],
        ((Number) row[1]).longValue(),
        (String) row[2],
        (String) row[3],
        (UUID) row[4],
        (UUID) row[5],
        (UUID) row[6],
        (String) row[7],
        (String) row[8],
        ((Number) row[9]).longValue(),
        new Origins((String) row[10], (String) row[11], (String) row[12], (String) row[13]),
        new Details(
            (String) row[14],
            (String) row[15],
            (String) row[16],
            (String) row[17],
            (String) row[18]));
  }

  /// Whether something of it has been forgotten for somebody's sake.
  boolean forgotten() {
    return origin.salt == null || detail.salt == null;
  }

  /// Whether everything in it is what was sealed.
  boolean intact() {
    return hash.equals(computedHash()) && originIntact() && detailIntact();
  }

  private boolean originIntact() {
    return origin.salt == null
        ? origin.address == null && origin.userAgent == null
        : origin.digest.equals(sha256(fields(origin.salt, origin.address, origin.userAgent)));
  }

  private boolean detailIntact() {
    return detail.salt == null
        ? detail.subject == null && detail.before == null && detail.after == null
        : detail.digest.equals(
            sha256(fields(detail.salt, detail.subject, detail.before, detail.after)));
  }

  private String computedHash() {
    return sha256(
        "ciq-audit-1\n"
            + fields(
                chain.toString(),
                String.valueOf(sequence),
                previousHash,
                id.toString(),
                text(workspaceId),
                text(accountId),
                action,
                traceId,
                String.valueOf(micros),
                origin.digest,
                detail.digest));
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  /// Each with its length in bytes before it, so that no two lists of fields look the same.
  private static String fields(@Nullable String... values) {
    StringBuilder form = new StringBuilder();
    for (String value : values) {
      if (value == null) {
        form.append("-\n");
      } else {
        form.append(value.getBytes(StandardCharsets.UTF_8).length)
            .append(':')
            .append(value)
            .append('\n');
      }
    }
    return form.toString();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
