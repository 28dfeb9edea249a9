package io.competitoriq.gateway.audit;

import io.competitoriq.http.Ids;
import io.competitoriq.telemetry.CountersFromZero;
import io.competitoriq.telemetry.TraceContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The trail of what happened at the door. Rows are only ever added, in the transaction of the act
/// they tell about: an act without its row does not happen.
@Startup
@ApplicationScoped
public class AuditTrail {

  private static final String EVENTS = "ciq.audit.events";

  private final AuditRepository repository;
  private final Clock clock;
  private final MeterRegistry meters;

  AuditTrail(AuditRepository repository, Clock clock, MeterRegistry meters) {
    this.repository = repository;
    this.clock = clock;
    this.meters = meters;
    CountersFromZero.in(meters, EVENTS, "action", AuditAction.class);
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

  /// A change that a service is about to be asked for, before anybody knows what comes of it.
  ///
  /// @param subject the operation and what it is about
  /// @return the row's id, for [#answered]
  public Uni<UUID> attempted(UUID workspaceId, UUID accountId, Origin origin, String subject) {
    AuditEntry entry = entry(AuditAction.CHANGE_ATTEMPTED, workspaceId, accountId, origin);
    entry.subject = subject;
    return add(entry).replaceWith(entry.id);
  }

  /// What came of an attempt.
  ///
  /// @param outcome JSON
  public Uni<Void> answered(
      UUID workspaceId, UUID accountId, Origin origin, String subject, String outcome) {
    AuditEntry entry = entry(AuditAction.CHANGE_ANSWERED, workspaceId, accountId, origin);
    entry.subject = subject;
    entry.after = outcome;
    return add(entry);
  }

  /// Something nobody did, and no workspace knows of.
  public Uni<Void> addAtDoor(AuditAction action, Origin origin, AuditedChange change) {
    AuditEntry entry = entry(action, null, null, origin);
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
        .invoke(() -> meters.counter(EVENTS, "action", entry.action.name()).increment())
        .replaceWithVoid();
  }
}
