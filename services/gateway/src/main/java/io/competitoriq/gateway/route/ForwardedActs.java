package io.competitoriq.gateway.route;

import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.problem.ProblemWriter;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.http.Problems;
import io.competitoriq.telemetry.CountersFromZero;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Writes down what members ask of the services: a row before a change is forwarded, without which
/// it is not, and a row with the answer's status once it has been sent. Never what was in a body.
///
/// So no change can reach a service without a trace; an attempt without an answer means that this
/// process died or lost the database in between, and the service's own rows tell what came of it.
@Startup
@ApplicationScoped
class ForwardedActs {

  private static final String LOST = "ciq.audit.answers.lost";
  private static final Logger LOG = Logger.getLogger(ForwardedActs.class);
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /// Reads that carry data out of the house.
  private static final Set<String> TAKING_ALONG =
      Set.of(
          "exportSignals",
          "packSignal",
          "exportFacts",
          "exportPrices",
          "exportAiUsage",
          "getEditionPdf");

  /// What a resource of the gateway passes on to services; the others of the gateway's own write
  /// their rows themselves.
  private static final Set<String> PASSED_ON = Set.of("addComment", "applyConfig", "exportConfig");

  private final Operations operations;
  private final AuditTrail trail;
  private final WorkspaceTransactions transactions;
  private final ProblemWriter problems;
  private final RouteConfig config;
  private final MeterRegistry meters;

  ForwardedActs(
      Operations operations,
      AuditTrail trail,
      WorkspaceTransactions transactions,
      ProblemWriter problems,
      RouteConfig config,
      MeterRegistry meters) {
    this.operations = operations;
    this.trail = trail;
    this.transactions = transactions;
    this.problems = problems;
    this.config = config;
    this.meters = meters;
    CountersFromZero.in(meters, LOST);
  }

  /// Goes on with the request, between the two rows where it is an act.
  void around(RoutingContext request, Visitor visitor, SignedIn who, Runnable next) {
    Optional<String> act = actOf(request);
    if (act.isEmpty()) {
      next.run();
      return;
    }
    String subject = act.get();
    transactions
        .in(
            who.workspaceId(),
            _ -> trail.attempted(who.workspaceId(), who.accountId(), visitor.origin(), subject))
        .subscribe()
        .with(
            attempt -> goOn(request, () -> watch(request, visitor, who, subject, attempt), next),
            failure -> refuse(request, failure));
  }

  private void goOn(RoutingContext request, Runnable watch, Runnable next) {
    try {
      watch.run();
      next.run();
    } catch (RuntimeException failure) {
      problems.write(request, failure);
    }
  }

  /// Nothing was asked of the service yet.
  private void refuse(RoutingContext request, Throwable failure) {
    LOG.errorf("attempt not written down error=%s", failure.toString());
    problems.write(
        request,
        Problems.unavailable(
            "audit-unavailable",
            "The audit trail cannot be written right now, so nothing was changed. Try again in a"
                + " moment.",
            config.route().retryAfter()));
  }

  private void watch(
      RoutingContext request, Visitor visitor, SignedIn who, String subject, UUID attempt) {
    request.addEndHandler(
        ended -> answered(request, visitor, who, subject, attempt, ended.succeeded()));
  }

  private void answered(
      RoutingContext request,
      Visitor visitor,
      SignedIn who,
      String subject,
      UUID attempt,
      boolean whole) {
    String outcome = outcome(request.response(), attempt, whole);
    transactions
        .in(
            who.workspaceId(),
            _ ->
                trail.answered(
                    who.workspaceId(), who.accountId(), visitor.origin(), subject, outcome))
        .subscribe()
        .with(
            _ -> {},
            failure -> {
              meters.counter(LOST).increment();
              LOG.errorf("answer not written down attempt=%s error=%s", attempt, failure);
            });
  }

  private static String outcome(HttpServerResponse response, UUID attempt, boolean whole) {
    var outcome = new JsonObject().put("attempt", attempt.toString());
    outcome.put("status", response.getStatusCode());
    String made = lastPart(response.headers().get(HttpHeaders.LOCATION));
    if (made != null) {
      outcome.put("made", made);
    }
    if (!whole) {
      outcome.put("brokenOff", true);
    }
    return outcome.encode();
  }

  private static @Nullable String lastPart(@Nullable String location) {
    return location == null ? null : location.substring(location.lastIndexOf('/') + 1);
  }

  /// What stands in the trail about it, if anything does.
  private Optional<String> actOf(RoutingContext request) {
    String method = request.request().method().name();
    String path = request.normalizedPath();
    boolean own = RouteTable.destinationOf(method, path) instanceof Destination.Own;
    return operations
        .of(method, path)
        .filter(
            operation ->
                own
                    ? PASSED_ON.contains(operation.id())
                    : !READS.contains(method) || TAKING_ALONG.contains(operation.id()))
        .map(operation -> (operation.id() + " " + operation.subject()).strip())
        .or(() -> own || READS.contains(method) ? Optional.empty() : Optional.of("unnamed"))
        .map(subject -> subject.length() > 300 ? subject.substring(0, 300) : subject);
  }
}
