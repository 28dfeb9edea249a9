package io.competitoriq.gateway.view;

import io.competitoriq.gateway.apikey.ApiKeyCaller;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.tenancy.ServiceTokens;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/// The internal token that the views show to the services.
@ApplicationScoped
class Bearer {

  private final ServiceTokens tokens;

  Bearer(ServiceTokens tokens) {
    this.tokens = tokens;
  }

  /// The `Authorization` value for whoever sent the request.
  String of(RoutingContext request) {
    SignedIn who = SignedIn.of(request);
    return "Bearer "
        + tokens.issue(
            who.workspaceId(), who.memberId(), who.role(), ApiKeyCaller.actorOf(request));
  }
}
