package io.competitoriq.gateway.flag;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Reads and flips the flags. They belong to the installation, so whoever operates its queues may.
@Path("/api/v1/flags")
public class FlagsResource {

  private static final String LIST = "select " + FlagView.COLUMNS + " from flags.flag order by key";
  private static final String FIND =
      "select " + FlagView.COLUMNS + " from flags.flag where key = $1 for update";
  private static final String CHANGE =
      """
      update flags.flag set enabled = $2, percentage = $3, killed = $4,
          on_for = string_to_array($5, ',')::uuid[], off_for = string_to_array($6, ',')::uuid[],
          version = version + 1, changed_at = now()
        where key = $1 returning\
      """
          + " "
          + FlagView.COLUMNS;

  private final WorkspaceTransactions transactions;
  private final AuditTrail trail;
  private final SessionConfig config;

  FlagsResource(WorkspaceTransactions transactions, AuditTrail trail, SessionConfig config) {
    this.transactions = transactions;
    this.trail = trail;
    this.config = config;
  }

  record FlagList(List<FlagView> items) {}

  /// What a flag is set to, as a whole.
  ///
  /// @param percentage of the workspaces for which it is on
  record FlagSetting(
      @NotNull Boolean enabled,
      @Min(0) @Max(100) int percentage,
      @NotNull Boolean killed,
      @NotNull @Size(max = 1000) List<@NotNull UUID> onFor,
      @NotNull @Size(max = 1000) List<@NotNull UUID> offFor) {}

  @GET
  public Uni<FlagList> list(@Context RoutingContext request) {
    require(request);
    return transactions.global(
        tx ->
            SessionSql.of(tx)
                .select(LIST)
                .map(rows -> new FlagList(rows.stream().map(FlagView::of).toList())));
  }

  /// On the version that was read; known everywhere within seconds.
  @PUT
  @Path("/{key}")
  public Uni<FlagView> change(
      @Context RoutingContext request,
      @RestPath String key,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull FlagSetting setting) {
    SignedIn who = require(request);
    var origin = Visitor.of(request.request(), config.publicUrl()).origin();
    return transactions.in(
        who.workspaceId(),
        tx ->
            find(tx, key)
                .chain(
                    before -> {
                      EntityTags.requireMatch(ifMatch, before.version());
                      return store(tx, key, setting)
                          .call(
                              after ->
                                  trail.add(
                                      AuditAction.FLAG_CHANGED,
                                      who.workspaceId(),
                                      who.accountId(),
                                      origin,
                                      new AuditedChange(
                                          "flag " + key, before.state(), after.state())));
                    }));
  }

  private static Uni<FlagView> find(Mutiny.Session tx, String key) {
    return SessionSql.of(tx)
        .select(FIND, key)
        .map(
            rows -> {
              if (rows.isEmpty()) {
                throw Problems.notFound(
                    "flag-unknown", "There is no flag of this name; GET /api/v1/flags has all.");
              }
              return FlagView.of(rows.getFirst());
            });
  }

  private static Uni<FlagView> store(Mutiny.Session tx, String key, FlagSetting setting) {
    return SessionSql.of(tx)
        .select(
            CHANGE,
            key,
            setting.enabled,
            setting.percentage,
            setting.killed,
            joined(setting.onFor),
            joined(setting.offFor))
        .map(rows -> FlagView.of(rows.getFirst()));
  }

  private static String joined(List<UUID> ids) {
    return String.join(",", ids.stream().map(UUID::toString).distinct().toList());
  }

  private static SignedIn require(RoutingContext request) {
    SignedIn who = SignedIn.of(request);
    if (!who.queueAdmin()) {
      throw Problems.forbidden(
          "queue-admin-required",
          "Flags belong to the whole installation. Only a queue admin may see or change them; any"
              + " queue admin can grant it: PUT /api/v1/queue-admins/{e-mail address}.");
    }
    return who;
  }
}
