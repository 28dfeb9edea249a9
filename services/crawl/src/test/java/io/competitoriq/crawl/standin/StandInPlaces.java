package io.competitoriq.crawl.standin;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/// Free ports for the stand-ins, known before the application starts. They travel in system
/// properties: the test classes are loaded a second time.
public final class StandInPlaces implements QuarkusTestResourceLifecycleManager {
  private static final String PREFIX = "ciq.test.standin.";

  @Override
  public Map<String, String> start() {
    return Map.of(
        "ciq.crawl.apify.url", place("apify"),
        "ciq.crawl.searchapi.url", place("searchapi"),
        "quarkus.rest-client.process.url", place("process"));
  }

  @Override
  public void stop() {}

  static int port(String name) {
    return Integer.getInteger(PREFIX + name);
  }

  private static String place(String name) {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      System.setProperty(PREFIX + name, Integer.toString(free.getLocalPort()));
      return "http://127.0.0.1:" + free.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
