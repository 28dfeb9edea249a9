package io.competitoriq.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Stands for a service in a process of its own: ready as soon as it listens.
final class StubService {

  private StubService() {}

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(System.getenv("CIQ_MANAGEMENT_PORT"));
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
