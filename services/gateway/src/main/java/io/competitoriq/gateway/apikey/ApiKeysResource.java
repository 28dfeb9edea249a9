package io.competitoriq.gateway.apikey;

import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.session.SessionConfig;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/// API keys of the workspace, for its admins. A key itself is let in nowhere here.
@Path("/api/v1/api-keys")
public class ApiKeysResource {

  private static final String NOTHING = "{}";

  private final ApiKeys keys;
  private final WorkspaceTransactions transactions;
  private final AuditTrail audit;
  private final SessionConfig config;
  private final Clock clock;

  ApiKeysResource(
      ApiKeys keys,
      WorkspaceTransactions transactions,
      AuditTrail audit,
      SessionConfig config,
      Clock clock) {
    this.keys = keys;
    this.transactions = transactions;
    this.audit = audit;
    this.config = config;
    this.clock = clock;
  }

  record ApiKeyList(List<ApiKeyView> items) {}

  /// @param secret the whole key; whoever loses it rotates
  record IssuedApiKey(ApiKeyView key, String secret) {
    /// Keeps the secret out of logs.
    @Override
    public String toString() {
      return "IssuedApiKey[" + key.id() + "]";
    }
  }

  @GET
  public Uni<ApiKeyList> list(@Context RoutingContext request) {
    return transactions
        .in(admin(request).workspaceId(), _ -> keys.all())
        .map(found -> new ApiKeyList(found.stream().map(this::view).toList()));
  }

  @POST
  @ResponseStatus(201)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  public Uni<IssuedApiKey> create(
      @Context RoutingContext request, @Valid @NotNull NewApiKey wanted) {
    SignedIn who = admin(request);
    refuseNonsense(who, wanted);
    return transactions
        .in(
            who.workspaceId(),
            _ ->
                keys.create(who, wanted)
                    .call(made -> tell(request, AuditAction.API_KEY_CREATED, made.key())))
        .map(this::issued);
  }

  @POST
  @Path("/{id}/rotate")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  public Uni<IssuedApiKey> rotate(
      @Context RoutingContext request, @RestPath UUID id, @Valid @NotNull Rotation rotation) {
    return transactions
        .in(
            admin(request).workspaceId(),
            _ ->
                keys.rotate(id, rotation.grace())
                    .call(made -> tell(request, AuditAction.API_KEY_ROTATED, made.key())))
        .map(this::issued);
  }

  @DELETE
  @Path("/{id}")
  @ResponseStatus(204)
  public Uni<Void> revoke(@Context RoutingContext request, @RestPath UUID id) {
    return transactions
        .in(
            admin(request).workspaceId(),
            _ ->
                keys.revoke(id)
                    .call(revoked -> tell(request, AuditAction.API_KEY_REVOKED, revoked)))
        .replaceWithVoid();
  }

  private static SignedIn admin(RoutingContext request) {
    SignedIn who = SignedIn.of(request);
    if (who.role().compareTo(Role.ADMIN) < 0) {
      throw Problems.forbidden(
          "api-key-admin-required", "Only admins manage API keys; ask an admin of the workspace.");
    }
    return who;
  }

  private static void refuseNonsense(SignedIn who, NewApiKey wanted) {
    if (!wanted.neverExpires()) {
      return;
    }
    if (wanted.expiresInDays() != null) {
      throw Problems.badField(
          "request-invalid",
          "neverExpires",
          "A key expires in expiresInDays, or it never expires. Send one of them.");
    }
    if (who.role() != Role.OWNER) {
      throw Problems.forbidden(
          "owner-required",
          "Only an owner may make a key that never expires. Choose up to 365 days.");
    }
  }

  private Uni<Void> tell(RoutingContext request, AuditAction action, StoredApiKey key) {
    SignedIn who = SignedIn.of(request);
    var after =
        new JsonObject()
            .put("name", key.name)
            .put("scope", key.scope.name())
            .put("expiresAt", key.expiresAt)
            .put("previousUntil", key.previousUntil)
            .put("revokedAt", key.revokedAt);
    return audit.add(
        action,
        who.workspaceId(),
        who.accountId(),
        Visitor.of(request.request(), config.publicUrl()).origin(),
        new AuditedChange("api-key " + key.id, NOTHING, after.encode()));
  }

  private ApiKeyView view(StoredApiKey key) {
    return ApiKeyView.of(key, clock.instant());
  }

  private IssuedApiKey issued(ApiKeys.Shown made) {
    return new IssuedApiKey(view(made.key()), made.secret().text());
  }
}
