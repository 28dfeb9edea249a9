package io.competitoriq.gateway.auditlog;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.tables.Column;
import io.competitoriq.tables.Export;
import io.competitoriq.tables.TableFormat;
import io.competitoriq.tables.Tables;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The audit trail of the workspace for its admins: to read, to take along, and to check.
@Path("/api/v1")
public class AuditResource {

  private static final int EXPORT_PAGE = 1000;

  private final AuditLog log;
  private final AuditChains chains;
  private final AuditTrail trail;
  private final Tables tables;
  private final WorkspaceTransactions transactions;
  private final SessionConfig config;
  private final Clock clock;

  AuditResource(
      AuditLog log,
      AuditChains chains,
      AuditTrail trail,
      Tables tables,
      WorkspaceTransactions transactions,
      SessionConfig config,
      Clock clock) {
    this.log = log;
    this.chains = chains;
    this.trail = trail;
    this.tables = tables;
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  /// The state of the workspace's chain, followed from its first row to its last just now.
  record ChainState(
      long rows,
      long forgotten,
      long headSequence,
      String headHash,
      Instant checkedAt,
      @Nullable ChainBreak firstBreak) {}

  /// The newest first.
  @GET
  @Path("/audit-entries")
  public Uni<Page<AuditLog.Entry>> list(
      @Context RoutingContext request,
      @RestQuery @Nullable UUID accountId,
      @RestQuery @Nullable String action,
      @RestQuery @Nullable String subject,
      @RestQuery @Nullable Instant from,
      @RestQuery @Nullable Instant to,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    SignedIn who = requireAdmin(request);
    Page.requireLimit(limit);
    var filter =
        new AuditLog.Filter(accountId, blankToNull(action), blankToNull(subject), from, to);
    return log.list(who.workspaceId(), filter, place(cursor, Long.MAX_VALUE), limit + 1)
        .map(rows -> Page.of(rows, limit, entry -> String.valueOf(entry.sequence())));
  }

  /// Everything, the oldest first. As jsonl every row can be checked outside; csv gets the chain
  /// and the digests as well, but text that a spreadsheet would take for a formula is made
  /// harmless.
  @GET
  @Path("/audit-entries/export")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public RestMulti<byte[]> export(
      @Context RoutingContext request, @RestQuery @DefaultValue("jsonl") String format) {
    SignedIn who = requireAdmin(request);
    var export = new Export<>("audit-trail", TableFormat.of(format), false, COLUMNS);
    var origin = Visitor.of(request.request(), config.publicUrl()).origin();
    return tables.stream(
        export,
        after ->
            after == null
                ? noted(who, origin, export.format()).chain(() -> rows(who.workspaceId(), 0))
                : rows(who.workspaceId(), place(after, 0)));
  }

  /// No row leaves before it is written down who took them.
  private Uni<Void> noted(SignedIn who, Origin origin, TableFormat format) {
    var change = new AuditedChange("audit-trail " + format, "{}", "{}");
    return transactions.in(
        who.workspaceId(),
        _ ->
            trail.add(
                AuditAction.AUDIT_EXPORTED, who.workspaceId(), who.accountId(), origin, change));
  }

  @GET
  @Path("/audit-chain")
  public Uni<ChainState> check(@Context RoutingContext request) {
    return chains.check(requireAdmin(request).workspaceId()).map(this::state);
  }

  private ChainState state(ChainCheck.Result result) {
    return new ChainState(
        result.rows(),
        result.forgotten(),
        result.head().sequence(),
        result.head().hash(),
        clock.instant(),
        result.firstBreak().orElse(null));
  }

  private Uni<Tables.Rows<SealedEntry>> rows(UUID workspaceId, long after) {
    return log.sealed(workspaceId, after, EXPORT_PAGE)
        .map(
            rows ->
                new Tables.Rows<>(
                    rows,
                    rows.size() < EXPORT_PAGE ? null : String.valueOf(rows.getLast().sequence())));
  }

  private static SignedIn requireAdmin(RoutingContext request) {
    SignedIn who = SignedIn.of(request);
    if (who.role().compareTo(Role.ADMIN) < 0) {
      throw Problems.forbidden(
          "admin-required", "Only admins and owners of the workspace may read its audit trail.");
    }
    return who;
  }

  private static long place(@Nullable String cursor, long otherwise) {
    try {
      return cursor == null || cursor.isEmpty() ? otherwise : Long.parseLong(cursor);
    } catch (NumberFormatException forged) {
      throw Problems.badRequest(
          "cursor-invalid", "The cursor is not one this list gave out; start again without it.");
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /// In the order of the canonical form, then what the digests are made of.
  private static final List<Column<SealedEntry>> COLUMNS =
      List.of(
          Column.of("chain", "chain", SealedEntry::chain),
          Column.of("sequence", "sequence", SealedEntry::sequence),
          Column.of("previousHash", "previousHash", SealedEntry::previousHash),
          Column.of("id", "id", SealedEntry::id),
          Column.of("workspaceId", "workspaceId", SealedEntry::workspaceId),
          Column.of("accountId", "accountId", SealedEntry::accountId),
          Column.of("action", "action", SealedEntry::action),
          Column.of("traceId", "traceId", SealedEntry::traceId),
          Column.of("atMicros", "atMicros", SealedEntry::micros),
          Column.of("originDigest", "originDigest", row -> row.origin().digest()),
          Column.of("detailDigest", "detailDigest", row -> row.detail().digest()),
          Column.of("hash", "hash", SealedEntry::hash),
          Column.of("at", "at", row -> AuditLog.instant(row.micros())),
          Column.of("originSalt", "originSalt", row -> row.origin().salt()),
          Column.of("address", "address", row -> row.origin().address()),
          Column.of("userAgent", "userAgent", row -> row.origin().userAgent()),
          Column.of("detailSalt", "detailSalt", row -> row.detail().salt()),
          Column.of("subject", "subject", row -> row.detail().subject()),
          Column.of("before", "before", row -> row.detail().before()),
          Column.of("after", "after", row -> row.detail().after()));
}
