package io.competitoriq.jobs;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/// A Redis that belongs to this module's tests alone, so that they may empty and stop it.
public final class OwnRedis implements QuarkusTestResourceLifecycleManager {

  private static @Nullable OwnRedis running;

  private int port;
  private @Nullable RedisServer server;

  /// After the embedded servers, whose Redis it replaces.
  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    running = this;
    up();
    return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:" + port);
  }

  @Override
  public void stop() {
    down();
  }

  static OwnRedis get() {
    if (running == null) {
      throw new IllegalStateException("annotate the test with OwnRedis");
    }
    return running;
  }

  /// Where it listens while it is up.
  int port() {
    return port;
  }

  void up() {
    server =
        RedisServer.builder()
            .bind("127.0.0.1")
            .port(port)
            .setting("save \"\"")
            .setting("appendonly no")
            .build();
    server.start();
  }

  void down() {
    if (server != null) {
      server.stop();
    }
  }
}
