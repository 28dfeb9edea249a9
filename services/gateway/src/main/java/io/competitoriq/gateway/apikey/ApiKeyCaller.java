package io.competitoriq.gateway.apikey;

import io.competitoriq.gateway.session.SignedIn;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;

/// A program that asks with a key.
///
/// @param keyId the key
/// @param actsFor whose rights it uses, with the role cut down to the key's scope
public record ApiKeyCaller(UUID keyId, SignedIn actsFor) {

  private static final String KEY = "ciq.api-key";

  /// Leaves both with the request for whoever handles it next.
  void attachTo(RoutingContext request) {
    request.put(KEY, this);
    actsFor.attachTo(request);
  }

  /// Empty when a person asks.
  public static Optional<ApiKeyCaller> of(RoutingContext request) {
    return Optional.ofNullable(request.get(KEY));
  }

  /// Who really acts where a token names the member: `api-key:<id>`.
  public static Optional<String> actorOf(RoutingContext request) {
    return of(request).map(caller -> "api-key:" + caller.keyId);
  }
}
