package io.competitoriq.gateway.route;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Whether a page in a browser may speak to the MCP endpoint (MCP, Streamable HTTP, security
/// warning): a page whose name was bound to our address names itself in `Origin` and in `Host`
/// alike, so that only the configured address counts. A pure decision.
final class OriginRule {

  private OriginRule() {}

  /// @param origin null: no page sent it
  static boolean allows(@Nullable String origin, URI publicUrl) {
    return origin == null
        || origin.equalsIgnoreCase(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
  }
}
