package io.competitoriq.local.demo;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// A digest that has an edition at once, with what was checked before anything changed, and another
/// some minutes later, with what changed by then.
final class DemoDigest {

  private static final int MINUTES = 4;

  private DemoDigest() {}

  static void plant(GatewayClient gateway) {
    String digest =
        gateway
            .post(
                "/digests",
                Map.of(
                    "name",
                    "Daily for sales",
                    "audience",
                    "SALES",
                    "selection",
                    Map.of(
                        "competitorIds",
                        List.of(),
                        "tags",
                        List.of(),
                        "categories",
                        List.of(),
                        "leastSignificance",
                        30),
                    "cadence",
                    Map.of("frequency", "DAILY", "time", soon(), "zone", "UTC"),
                    "channelIds",
                    List.of(),
                    "recipients",
                    List.of(DemoSeed.EMAIL),
                    "enabled",
                    true))
            .path("id")
            .asText();
    gateway.post("/digests/" + digest + "/editions", Map.of("recipients", List.of()));
  }

  private static String soon() {
    return LocalTime.now(ZoneOffset.UTC)
        .plusMinutes(MINUTES)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }
}
