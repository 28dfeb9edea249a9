package io.competitoriq.egress;

import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.egress.EgressResult.Failed;
import io.competitoriq.egress.EgressResult.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A process of its own with little memory that visits a hostile site, five visits at a time as a
/// crawl worker does, and says how each ended.
final class HostileVisits {
  private static final int AT_ONCE = 5;
  private static final int ROUNDS = 2;

  private HostileVisits() {}

  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    Egress egress =
        new Egress(
            vertx,
            new Settings(List.of("127.0.0.0/8"), List.of()),
            Names.system(),
            Optional.empty(),
            new SimpleMeterRegistry());
    for (String path : HostileSite.paths()) {
      URI uri = URI.create("http://127.0.0.1:" + arguments[0] + path);
      for (int round = 0; round < ROUNDS; round++) {
        visit(egress, uri).forEach(outcome -> System.out.println("outcome " + outcome));
      }
    }
    System.gc();
    long left = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf("left %d%n", left >> 20);
    System.exit(0);
  }

  private static List<String> visit(Egress egress, URI uri) {
    List<Uni<EgressResult>> visits =
        IntStream.range(0, AT_ONCE).mapToObj(_ -> egress.send(EgressRequest.get(uri))).toList();
    return Uni.join()
        .all(visits)
        .andFailFast()
        .map(results -> results.stream().map(result -> uri.getPath() + " " + word(result)).toList())
        .await()
        .atMost(Duration.ofSeconds(60));
  }

  private static String word(EgressResult result) {
    return switch (result) {
      case Answered(int status, _, _, _, _, _, _, _) -> String.valueOf(status);
      case Refused(EgressResult.Reason reason, _, _) -> reason.name();
      case Failed(EgressResult.Kind kind, _, _) -> kind.name();
    };
  }
}
