package io.competitoriq.analysis.delivery;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What was sent where, how it went, and once more.
@Path("/deliveries")
public class DeliveryResource {

  private final Deliveries deliveries;
  private final WorkspaceTransactions transactions;
  private final CurrentWorkspace workspace;

  DeliveryResource(
      Deliveries deliveries, WorkspaceTransactions transactions, CurrentWorkspace workspace) {
    this.deliveries = deliveries;
    this.transactions = transactions;
    this.workspace = workspace;
  }

  /// Newest first, without their logs.
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<Page<DeliveryView>> list(
      @RestQuery @Nullable UUID channelId,
      @RestQuery @Nullable UUID ruleId,
      @RestQuery @Nullable UUID editionId,
      @RestQuery @Nullable DeliveryState state,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    int most = Page.requireLimit(limit);
    Map<String, Object> values = new HashMap<>();
    putIfPresent(values, "channelId", channelId);
    putIfPresent(values, "ruleId", ruleId);
    putIfPresent(values, "editionId", editionId);
    putIfPresent(values, "state", state);
    Optional<Cursor> after = Cursor.parse(cursor);
    return transactions
        .in(workspace.id(), tx -> rows(tx, values, after, most + 1))
        .map(rows -> rows.stream().map(row -> DeliveryView.of(row, List.of())).toList())
        .map(found -> Page.of(found, most, view -> Cursor.of(view.createdAt(), view.id())));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<DeliveryView> get(@RestPath UUID id) {
    return transactions.in(
        workspace.id(),
        tx ->
            Deliveries.find(tx, id)
                .chain(
                    row ->
                        tx.createSelectionQuery(
                                "from DeliveryAttempt where deliveryId = :id order by id desc",
                                DeliveryAttempt.class)
                            .setParameter("id", id)
                            .setMaxResults(Page.MAX_LIMIT)
                            .getResultList()
                            .map(log -> DeliveryView.of(row, log))));
  }

  @POST
  @Path("/{id}/replay")
  @ResponseStatus(202)
  @RolesAllowed(Roles.ANALYST)
  public Uni<DeliveryView> replay(@RestPath UUID id) {
    return deliveries.replay(workspace.id(), id);
  }

  private static void putIfPresent(
      Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private static Uni<List<Delivery>> rows(
      Mutiny.Session tx, Map<String, Object> values, Optional<Cursor> after, int most) {
    StringBuilder where = new StringBuilder("from Delivery where 1 = 1");
    values.keySet().forEach(name -> where.append(" and %1$s = :%1$s".formatted(name)));
    if (after.isPresent()) {
      where.append(" and (createdAt < :at or (createdAt = :at and id < :id))");
    }
    var query =
        tx.createSelectionQuery(where + " order by createdAt desc, id desc", Delivery.class);
    values.forEach(query::setParameter);
    after.ifPresent(at -> query.setParameter("at", at.at()).setParameter("id", at.id()));
    return query.setMaxResults(most).getResultList();
  }
}
