package io.competitoriq.bench.api;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;

/// Requests start at a constant rate whether or not those before were answered (an open model, so
/// that a slow answer hides none behind it). Which ones is in a file: name, path and session.
public final class ApiSimulation extends Simulation {

  private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmUp"));
  private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("seconds"));
  private static final double RATE = Integer.getInteger("rate");

  /// Gatling makes one.
  public ApiSimulation() {
    var browser =
        http.baseUrl(System.getProperty("url"))
            .shareConnections()
            .acceptHeader("application/json")
            .acceptEncodingHeader("gzip")
            .disableCaching()
            .disableFollowRedirect();
    var requests = csv(System.getProperty("requests")).circular();
    setUp(
            scenario("warm-up")
                .feed(requests)
                .exec(request("warm-up"))
                .injectOpen(constantUsersPerSec(RATE).during(WARM_UP))
                .andThen(
                    scenario("dashboards")
                        .feed(requests)
                        .group("dashboards")
                        .on(exec(request("#{name}")))
                        .injectOpen(constantUsersPerSec(RATE).during(MEASURED))))
        .protocols(browser);
  }

  private static HttpRequestActionBuilder request(String name) {
    return http(name)
        .get("#{path}")
        .header("Cookie", "ciq_session=#{session}")
        .check(status().is(200));
  }
}
