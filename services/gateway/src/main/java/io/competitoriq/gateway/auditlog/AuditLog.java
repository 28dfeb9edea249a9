package io.competitoriq.gateway.auditlog;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A workspace's part of the trail, to be read.
@ApplicationScoped
class AuditLog {

  private static final String MATCHING =
      """
       from audit_entry e left join account a on a.id = e.account_id
       where e.chain = $1 and e.sequence < $2
         and ($3::uuid is null or e.account_id = $3) and ($4::text is null or e.action = $4)
         and ($5::text is null or position(lower($5) in lower(coalesce(e.subject, ''))) > 0)
         and ($6::timestamptz is null or e.created_at >= $6)
         and ($7::timestamptz is null or e.created_at < $7)
       order by e.sequence desc limit $8\
      """;
  private static final String LIST = "select " + columns() + ", a.name, a.email" + MATCHING;
  private static final String OLDEST_FIRST =
      "select "
          + SealedEntry.COLUMNS
          + " from audit_entry where chain = $1 and sequence > $2 order by sequence limit $3";

  private static final int NAME = 19;
  private static final int EMAIL = 20;

  private final WorkspaceTransactions transactions;

  AuditLog(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  /// Which rows; null does not narrow.
  ///
  /// @param subject part of it, in any case
  /// @param from not before
  /// @param to before
  record Filter(
      @Nullable UUID accountId,
      @Nullable String action,
      @Nullable String subject,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /// A row as people read it.
  ///
  /// @param forgotten something of it was blanked for somebody's sake
  record Entry(
      UUID id,
      long sequence,
      Instant at,
      String action,
      @Nullable Who who,
      @Nullable String subject,
      @Nullable String before,
      @Nullable String after,
      @Nullable String address,
      @Nullable String userAgent,
      String traceId,
      String hash,
      boolean forgotten) {}

  /// @param name null when there is no such account any more
  record Who(UUID accountId, @Nullable String name, @Nullable String email) {}

  /// The newest first.
  ///
  /// @param before only rows with a smaller sequence
  Uni<List<Entry>> list(UUID workspaceId, Filter filter, long before, int limit) {
    return transactions.in(
        workspaceId,
        tx ->
            SessionSql.of(tx)
                .select(
                    LIST,
                    workspaceId,
                    before,
                    filter.accountId,
                    filter.action,
                    filter.subject,
                    time(filter.from),
                    time(filter.to),
                    limit)
                .map(rows -> rows.stream().map(AuditLog::entry).toList()));
  }

  /// With everything that proves the chain, the oldest first.
  Uni<List<SealedEntry>> sealed(UUID workspaceId, long after, int limit) {
    return transactions.in(
        workspaceId,
        tx ->
            SessionSql.of(tx)
                .select(OLDEST_FIRST, workspaceId, after, limit)
                .map(rows -> rows.stream().map(SealedEntry::of).toList()));
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static Entry entry(Object[] row) {
    SealedEntry sealed = SealedEntry.of(row);
    UUID account = sealed.accountId();
    return new Entry(
        sealed.id(),
        sealed.sequence(),
        instant(sealed.micros()),
        sealed.action(),
        account == null ? null : new Who(account, (String) row[NAME], (String) row[EMAIL]),
        sealed.detail().subject(),
        sealed.detail().before(),
        sealed.detail().after(),
        sealed.origin().address(),
        sealed.origin().userAgent(),
        sealed.traceId(),
        sealed.hash(),
        sealed.forgotten());
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /// Both tables have an id and a time of creation.
  private static String columns() {
    return SealedEntry.COLUMNS
        .replace(" id,", " e.id,")
        .replace("from created_at", "from e.created_at");
  }
}
