package io.competitoriq.gateway.oidc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.competitoriq.gateway.audit.AuditAction;
import io.competitoriq.gateway.audit.AuditTrail;
import io.competitoriq.gateway.audit.AuditedChange;
import io.competitoriq.gateway.audit.Origin;
import io.competitoriq.gateway.workspace.ProviderMembers;
import io.competitoriq.tenancy.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// What the trail tells about rights a provider gave or took; in the caller's transaction.
@ApplicationScoped
class RightsTrail {

  private final AuditTrail audit;

  RightsTrail(AuditTrail audit) {
    this.audit = audit;
  }

  /// One row when the role has changed or is new, none otherwise.
  Uni<Void> note(
      UUID workspaceId, UUID accountId, ProviderMembers.Kept kept, Role role, Origin origin) {
    if (kept.before().equals(Optional.of(role))) {
      return Uni.createFrom().voidItem();
    }
    var change =
        new AuditedChange(
            "member " + kept.memberId(),
            kept.before().map(RightsTrail::json).orElse("{}"),
            json(role));
    return audit.add(AuditAction.PROVIDER_RIGHTS_CHANGED, workspaceId, accountId, origin, change);
  }

  /// The right to operate the queues has changed.
  Uni<Void> noteQueueAdmin(UUID workspaceId, UUID accountId, boolean before, Origin origin) {
    var change =
        new AuditedChange(
            "account " + accountId,
            "{\"queueAdmin\":%b}".formatted(before),
            "{\"queueAdmin\":%b}".formatted(!before));
    return audit.add(AuditAction.PROVIDER_RIGHTS_CHANGED, workspaceId, accountId, origin, change);
  }

  String subjectOf(Identity identity) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("issuer", identity.issuer())
        .put("subject", identity.subject())
        .toString();
  }

  private static String json(Role role) {
    return "{\"role\":\"%s\"}".formatted(role.name());
  }
}
