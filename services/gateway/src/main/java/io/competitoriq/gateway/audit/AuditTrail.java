package io.competitoriq.gateway.audit;

import io.competitoriq.http.Ids;
import io.competitoriq.telemetry.TraceContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The trail of what happened at the door. Rows are only ever added, in the transaction of the act
/// they tell about: an act without its row does not happen.
@ApplicationScoped
public class AuditTrail {

  private final AuditRepository repository;
  private final Clock clock;
  private final MeterRegistry meters;

  AuditTrail(AuditRepository repository, Clock clock, MeterRegistry meters) {
    this.repository = repository;
    this.clock = clock;
    this.meters = meters;
  }

  /// Adds a row in the caller's transaction.
  ///
  /// @param workspaceId the transaction's workspace, null where none is known
  /// @param accountId who acted, null where nobody is known
  public Uni<Void> add(
      AuditAction action, @Nullable UUID workspaceId, @Nullable UUID accountId, Origin origin) {
    return add(entry(action, workspaceId, accountId, origin));
  }

  /// The same for an act that changed something.
  public Uni<Void> add(
      AuditAction action, UUID workspaceId, UUID accountId, Origin origin, AuditedChange change) {
    AuditEntry entry = entry(action, workspaceId, accountId, origin);
    entry.subject = change.subject();
    entry.before = change.before();
    entry.after = change.after();
    return add(entry);
  }

  private AuditEntry entry(
      AuditAction action, @Nullable UUID workspaceId, @Nullable UUID accountId, Origin origin) {
    var entry = new AuditEntry();
    entry.id = Ids.next();
    entry.workspaceId = workspaceId;
    entry.accountId = accountId;
    entry.action = action;
    entry.address = origin.address();
    entry.userAgent = origin.userAgent();
    entry.traceId = TraceContext.current().traceId();
    entry.createdAt = clock.instant();
    return entry;
  }

  private Uni<Void> add(AuditEntry entry) {
    return repository
        .persistAndFlush(entry)
        .invoke(() -> meters.counter("ciq.audit.events", "action", entry.action.name()).increment())
        .replaceWithVoid();
  }
}
