package io.competitoriq.gateway.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The shipped configuration in a real nginx of its own, with a test's addresses in `site/`.
///
/// @param folder where it keeps its files
record Nginx(Process process, Path folder, int http, int https, Certificate certificate)
    implements AutoCloseable {

  /// @param gateways lines of `site/gateways.conf`
  /// @throws IllegalStateException with nginx' own words when it finds the configuration wrong
  static Nginx start(Path folder, String... gateways) {
    try {
      copy(shipped("nginx"), folder);
      for (String needed : List.of("logs", "tmp", "acme/.well-known/acme-challenge")) {
        Files.createDirectories(folder.resolve(needed));
      }
      int http = freePort();
      int https = freePort();
      Certificate certificate = Certificate.create(folder.resolve("certificates"));
      site(folder, "listen-http", "listen 127.0.0.1:" + http + ";");
      site(
          folder,
          "listen-https",
          "listen 127.0.0.1:" + https + " ssl http2;",
          "ssl_certificate certificates/fullchain.pem;",
          "ssl_certificate_key certificates/privkey.pem;");
      site(folder, "gateways", gateways);
      site(folder, "trusted-proxies", "set_real_ip_from 127.0.0.1;");
      // So that a flood is one however slow this machine is.
      site(
          folder,
          "limits",
          "limit_req_zone $binary_remote_addr zone=client:1m rate=1r/m;",
          "limit_conn_zone $binary_remote_addr zone=streams:1m;");
      Process process =
          run(folder, "-p", folder.toString(), "-c", "nginx.conf", "-g", "daemon off;" + user());
      Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> listens(https, process, folder));
      return new Nginx(process, folder, http, https, certificate);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    } catch (Exception failed) {
      throw new IllegalStateException("nginx: " + failed.getMessage(), failed);
    }
  }

  /// Whether nginx accepts the configuration; what it says is in `said.log`.
  static boolean accepts(Path folder) throws IOException, InterruptedException {
    return run(folder, "-p", folder.toString(), "-c", "nginx.conf", "-t", "-g", user()).waitFor()
        == 0;
  }

  String accessLog() throws IOException {
    return Files.readString(folder.resolve("logs/access.log"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /// A folder of `deploy`.
  static Path shipped(String name) {
    return Path.of(System.getProperty("ciq.root", "../..")).resolve("deploy").resolve(name);
  }

  /// @param folder where what it says is written to `said.log`
  static Process run(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("nginx"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Debian keeps it where only root looks.
    builder.environment().merge("PATH", ":/usr/sbin", String::concat);
    return builder
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said.log").toFile()))
        .start();
  }

  /// Started by root its workers would be nobody, who may not read this test's folder.
  static String user() {
    return System.getProperty("user.name").equals("root") ? "user root;" : "";
  }

  static boolean listens(int port, Process process, Path folder) throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(folder.resolve("said.log")));
    }
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  static void site(Path folder, String name, String... lines) throws IOException {
    Files.write(folder.resolve("site").resolve(name + ".conf"), List.of(lines));
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
