package io.competitoriq.crawl.collector.apify;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Where Apify tells that a run has ended. Open to everybody who knows the run's secret; what is
/// sent along is not read, the run is asked for by our own call.
@Path("/provider-hooks/apify")
public class HookResource {
  /// The header the secret comes in: an address would land in logs.
  static final String SECRET = "X-Ciq-Hook";

  private final RunHints hints;

  HookResource(RunHints hints) {
    this.hints = hints;
  }

  /// Always 204: whoever guesses learns nothing, and Apify does not repeat what was heard.
  @POST
  @PermitAll
  @Consumes(MediaType.WILDCARD)
  public Uni<Void> hint(
      @HeaderParam(SECRET) @Nullable String secret,
      @HeaderParam("X-Apify-Webhook-Dispatch-Id") @Nullable String dispatchId) {
    return hints.heard(secret == null ? "" : secret, dispatchId == null ? "" : dispatchId);
  }
}
