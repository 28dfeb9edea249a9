package io.competitoriq.gateway.auditlog;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Checks every chain on a schedule: a break is logged, counted, and told in the trail itself. It
/// also logs the heads, so that logs shipped elsewhere are anchors. Every gateway does it; that is
/// harmless.
@ApplicationScoped
class ChainWatch {

  private static final Logger LOG = Logger.getLogger(ChainWatch.class);
  private static final Origin SELF = new Origin("self-check", null);

  private final AuditChains chains;
  private final AuditTrail trail;
  private final WorkspaceTransactions transactions;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Set<UUID> told = ConcurrentHashMap.newKeySet();
  private final AtomicLong broken = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong checkedAt = new AtomicLong();

  ChainWatch(
      AuditChains chains,
      AuditTrail trail,
      WorkspaceTransactions transactions,
      Clock clock,
      MeterRegistry meters) {
    this.chains = chains;
    this.trail = trail;
    this.transactions = transactions;
    this.clock = clock;
    this.meters = meters;
  }

  void start(@Observes StartupEvent started) {
    Gauge.builder("ciq.audit.chains.broken", broken, AtomicLong::get)
        .description("Chains of the audit trail in which the last self-check found a break")
        .register(meters);
    Gauge.builder("ciq.audit.chain.rows", rows, AtomicLong::get)
        .description("Rows of the audit trail the last self-check looked at")
        .register(meters);
    Gauge.builder("ciq.audit.checked.timestamp.seconds", checkedAt, AtomicLong::get)
        .description("When the last self-check of the audit trail ended, 0 before the first")
        .register(meters);
  }

  @Scheduled(
      every = "{ciq.gateway.audit.check-every:6h}",
      delayed = "{ciq.gateway.audit.check-after:10m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> check() {
    return chains.checkAll().chain(this::tell);
  }

  private Uni<Void> tell(List<ChainCheck.Result> results) {
    rows.set(results.stream().mapToLong(ChainCheck.Result::rows).sum());
    broken.set(results.stream().filter(result -> result.firstBreak().isPresent()).count());
    checkedAt.set(clock.instant().getEpochSecond());
    Uni<Void> all = Uni.createFrom().voidItem();
    for (ChainCheck.Result result : results) {
      LOG.infof("audit chain checked head=%s rows=%d", result.head(), result.rows());
      if (result.firstBreak().isPresent()) {
        all = all.chain(() -> tell(result.head().chain(), result.firstBreak().get()));
      }
    }
    return all;
  }

  /// In the door's chain: the broken one proves nothing any more.
  private Uni<Void> tell(UUID chain, ChainBreak found) {
    LOG.errorf(
        "audit chain broken chain=%s sequence=%d fault=%s detail=%s",
        chain, found.sequence(), found.fault(), found.detail());
    if (!told.add(chain)) {
      return Uni.createFrom().voidItem();
    }
    var change =
        new AuditedChange(
            "audit-chain " + chain,
            "{}",
            "{\"sequence\":%d,\"fault\":\"%s\"}".formatted(found.sequence(), found.fault()));
    return transactions.global(_ -> trail.addAtDoor(AuditAction.AUDIT_CHAIN_BROKEN, SELF, change));
  }
}
