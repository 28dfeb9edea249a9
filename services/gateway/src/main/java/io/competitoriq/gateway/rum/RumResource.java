package io.competitoriq.gateway.rum;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Takes what browsers measured. Open, for the sign-in page is measured as well; it reads no
/// cookie.
@Path("/api/v1/rum")
public class RumResource {

  private static final int LONGEST = 4096;

  private final RumMeters meters;
  private final BeaconLimit limit;
  private final Flags flags;

  RumResource(RumMeters meters, BeaconLimit limit, Flags flags) {
    this.meters = meters;
    this.limit = limit;
    this.flags = flags;
  }

  /// Switched off, a beacon is thrown away and nobody is troubled with it.
  @POST
  public void take(@Context RoutingContext context, @Valid @NotNull Beacon beacon) {
    HttpServerRequest request = context.request();
    requireSmall(request.getHeader(HttpHeaders.CONTENT_LENGTH));
    if (!flags.on(Flag.RUM)) {
      return;
    }
    if (!limit.take(request.remoteAddress().hostAddress())) {
      throw Problems.tooMany(
          "too-many-beacons",
          "An address may send " + BeaconLimit.PER_MINUTE + " beacons a minute.",
          Duration.ofMinutes(1));
    }
    meters.record(beacon);
  }

  private static void requireSmall(@Nullable String length) {
    if (length == null || Long.parseLong(length) > LONGEST) {
      throw new ProblemException(
          413, "body-too-large", "A beacon says its length and has at most " + LONGEST + " bytes.");
    }
  }
}
