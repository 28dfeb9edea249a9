package io.competitoriq.gateway.queue;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Lets queue admins in, and writes down what they do in the transaction in which they do it.
@ApplicationScoped
class QueueAdmin {

  private static final int TRIES = 3;

  private final WorkspaceTransactions transactions;
  private final AuditTrail audit;
  private final SessionConfig config;

  QueueAdmin(WorkspaceTransactions transactions, AuditTrail audit, SessionConfig config) {
    this.transactions = transactions;
    this.audit = audit;
    this.config = config;
  }

  /// What an act came to, and what the trail says about it.
  ///
  /// @param answer for the client
  record Told<T>(T answer, AuditAction action, AuditedChange change) {}

  /// Who is asking.
  ///
  /// @throws io.competitoriq.http.ProblemException 403 when the account is no queue admin
  SignedIn require(RoutingContext request) {
    SignedIn who = SignedIn.of(request);
    if (!who.queueAdmin()) {
      throw Problems.forbidden(
          "queue-admin-required",
          "The job queues belong to the whole installation. Only a queue admin may see or change"
              + " them; the account that set the installation up is one, and any queue admin can"
              + " grant it: PUT /api/v1/queue-admins/{e-mail address}.");
    }
    return who;
  }

  /// Does it and writes the row of the trail, or neither. Tried again when a job with the same
  /// dedup key got in between.
  <T> Uni<T> act(RoutingContext request, Function<Mutiny.Session, Uni<Told<T>>> act) {
    SignedIn who = require(request);
    var origin = Visitor.of(request.request(), config.publicUrl()).origin();
    return transactions
        .in(
            who.workspaceId(),
            tx ->
                act.apply(tx)
                    .call(
                        told ->
                            audit.add(
                                told.action(),
                                who.workspaceId(),
                                who.accountId(),
                                origin,
                                told.change())))
        .onFailure(ConstraintViolationException.class)
        .retry()
        .atMost(TRIES)
        .map(Told::answer);
  }
}
