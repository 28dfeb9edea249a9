package io.competitoriq.gateway.oidc;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A real Keycloak as a process of its own, with the realm of `src/test/keycloak`. Passwords and
/// the client's secret are made for this run.
final class Keycloak {

  static final String HOME = "ciq.keycloak.home";
  static final String ADDRESS = "ciq.keycloak.address";
  static final String PASSWORD = "ciq.keycloak.password";

  private static final Duration START = Duration.ofMinutes(4);

  private @Nullable Process process;

  static boolean wanted() {
    return System.getProperty(HOME) != null;
  }

  Map<String, String> start() throws Exception {
    Path home = Path.of(requireNonNull(System.getProperty(HOME)));
    int port = freePort();
    String password = UUID.randomUUID().toString();
    String secret = UUID.randomUUID().toString();
    String realm =
        Files.readString(Path.of("src/test/keycloak/competitoriq-realm.json"))
            .replace("@CLIENT_SECRET@", secret)
            .replace("@PASSWORD@", password)
            .replace("@PUBLIC_URL@", "http://ciq.test")
            .replace("@BACK_CHANNEL_URL@", "http://127.0.0.1:8081");
    Files.createDirectories(home.resolve("data/import"));
    Files.writeString(home.resolve("data/import/competitoriq-realm.json"), realm);
    var builder =
        new ProcessBuilder(
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--http-management-port=" + freePort());
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
    File log = home.resolve("keycloak.log").toFile();
    process = builder.redirectErrorStream(true).redirectOutput(log).start();
    String address = "http://127.0.0.1:" + port;
    awaitReady(address, log);
    System.setProperty(ADDRESS, address);
    System.setProperty(PASSWORD, password);
    return Map.of(
        "ciq.gateway.auth.oidc.issuer",
        address + "/realms/competitoriq",
        "ciq.gateway.auth.oidc.client-secret",
        secret,
        "ciq.gateway.auth.oidc.name",
        "Keycloak",
        ADDRESS,
        address,
        PASSWORD,
        password);
  }

  void stop() {
    if (process == null) {
      return;
    }
    // The script starts Java as its child.
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady(String address, File log) throws Exception {
    var ready = URI.create(address + "/realms/competitoriq/.well-known/openid-configuration");
    Instant end = Instant.now().plus(START);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (Instant.now().isBefore(end) && requireNonNull(process).isAlive()) {
        if (answers(client, ready)) {
          return;
        }
        requireNonNull(process).waitFor(500, TimeUnit.MILLISECONDS);
      }
    }
    stop();
    throw new IllegalStateException("Keycloak did not start; see " + log);
  }

  private static boolean answers(HttpClient client, URI ready) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
