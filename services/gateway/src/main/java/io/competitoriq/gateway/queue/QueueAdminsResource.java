package io.competitoriq.gateway.queue;

import io.competitoriq.gateway.account.EmailAddress;
import io.competitoriq.gateway.account.QueueAdmins;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.queue.QueueAdmin.Told;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/// Who may operate the queues: any queue admin grants and revokes it.
@Path("/api/v1/queue-admins")
public class QueueAdminsResource {

  private final QueueAdmin admin;
  private final QueueAdmins holders;
  private final WorkspaceTransactions transactions;

  QueueAdminsResource(QueueAdmin admin, QueueAdmins holders, WorkspaceTransactions transactions) {
    this.admin = admin;
    this.holders = holders;
    this.transactions = transactions;
  }

  record Holders(List<QueueAdmins.Holder> items) {}

  @GET
  public Uni<Holders> list(@Context RoutingContext request) {
    admin.require(request);
    return transactions.global(_ -> holders.all()).map(Holders::new);
  }

  @PUT
  @Path("/{email}")
  public Uni<Holders> grant(@Context RoutingContext request, String email) {
    return change(request, email, AuditAction.QUEUE_ADMIN_GRANTED, holders::grant);
  }

  @DELETE
  @Path("/{email}")
  public Uni<Holders> revoke(@Context RoutingContext request, String email) {
    return change(request, email, AuditAction.QUEUE_ADMIN_REVOKED, holders::revoke);
  }

  private Uni<Holders> change(
      RoutingContext request,
      String email,
      AuditAction action,
      BiFunction<Mutiny.Session, EmailAddress, Uni<QueueAdmins.Outcome>> act) {
    var address = new EmailAddress(email);
    return admin.act(
        request,
        tx ->
            act.apply(tx, address)
                .map(outcome -> audited(address, action, outcome))
                .chain(
                    change ->
                        holders.all().map(left -> new Told<>(new Holders(left), action, change))));
  }

  private static AuditedChange audited(
      EmailAddress email, AuditAction action, QueueAdmins.Outcome outcome) {
    return switch (outcome) {
      case QueueAdmins.Outcome.Changed(boolean before) ->
          new AuditedChange(
              "account " + email.value(),
              text(before),
              text(action == AuditAction.QUEUE_ADMIN_GRANTED));
      case QueueAdmins.Outcome.Unknown() ->
          throw Problems.notFound("account-unknown", "No account has that e-mail address.");
      case QueueAdmins.Outcome.LastOne() ->
          throw Problems.conflict(
              "last-queue-admin",
              "Nobody else may operate the queues; grant it to somebody first.");
    };
  }

  private static String text(boolean queueAdmin) {
    return new JsonObject().put("queueAdmin", queueAdmin).encode();
  }
}
