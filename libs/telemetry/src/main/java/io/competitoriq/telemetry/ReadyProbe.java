package io.competitoriq.telemetry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// Asks addresses from inside a container and tells by its exit code whether all of them answer
/// 200: a service's image has a Java runtime, and neither curl nor a compiler.
public final class ReadyProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private ReadyProbe() {}

  /// @param addresses to ask, in this order; none: the service of this container, whether it is
  ///   ready
  public static void main(String[] addresses) throws InterruptedException {
    List<String> asked =
        addresses.length == 0
            ? List.of(
                "http://127.0.0.1:"
                    + System.getenv().getOrDefault("CIQ_MANAGEMENT_PORT", "9000")
                    + "/q/health/ready")
            : List.of(addresses);
    System.exit(allAnswer(asked) ? 0 : 1);
  }

  /// Whether each answers 200 within 4 s; says so about each on standard output.
  static boolean allAnswer(List<String> addresses) throws InterruptedException {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (String address : addresses) {
        String answer = answer(client, address);
        System.out.println(address + " " + answer);
        if (!answer.equals("200")) {
          return false;
        }
      }
    }
    return true;
  }

  private static String answer(HttpClient client, String address) throws InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    try {
      return String.valueOf(client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException unreachable) {
      return unreachable.toString();
    }
  }
}
