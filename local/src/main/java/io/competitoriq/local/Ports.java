package io.competitoriq.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every port the stack listens on, all on 127.0.0.1.
///
/// @param market port of the demo market
public record Ports(
    Map<Service, Integer> http,
    Map<Service, Integer> management,
    int postgres,
    int redis,
    int market) {

  private static final int HTTP_BASE = 8080;
  private static final int MANAGEMENT_BASE = 9080;

  /// One port and the setting that moves it.
  record Claim(String user, int port, String setting) {}

  /// Reads the ports from the environment. `CIQ_PORTS=free` takes whatever is free, for tests.
  ///
  /// @throws Refusal when a setting is no port number, or one port is wanted twice
  static Ports from(Map<String, String> env) {
    if (env.getOrDefault("CIQ_PORTS", "").equals("free")) {
      return free();
    }
    int httpBase = number(env, "CIQ_HTTP_PORT_BASE", HTTP_BASE);
    int managementBase = number(env, "CIQ_MANAGEMENT_PORT_BASE", MANAGEMENT_BASE);
    Map<Service, Integer> http = new EnumMap<>(Service.class);
    Map<Service, Integer> management = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      http.put(service, number(env, setting(service), httpBase + service.ordinal()));
      management.put(
          service, number(env, managementSetting(service), managementBase + service.ordinal()));
    }
    Ports ports =
        new Ports(
            http,
            management,
            number(env, "CIQ_POSTGRES_PORT", 15432),
            number(env, "CIQ_REDIS_PORT", 16379),
            number(env, "CIQ_MARKET_PORT", 8090));
    ports.refuseTwice();
    return ports;
  }

  public int http(Service service) {
    return http.getOrDefault(service, 0);
  }

  public int management(Service service) {
    return management.getOrDefault(service, 0);
  }

  /// Address of a service on this machine.
  public String url(Service service) {
    return "http://127.0.0.1:" + http(service);
  }

  /// @throws Refusal naming the first port that another program holds and the setting that moves it
  void refuseTaken(boolean withMarket) {
    for (Claim claim : claims(withMarket)) {
      if (!isFree(claim.port())) {
        throw new Refusal(
            "Port %d for %s is in use by another program: stop that program, or set %s to a free port."
                .formatted(claim.port(), claim.user(), claim.setting()));
      }
    }
  }

  private List<Claim> claims(boolean withMarket) {
    List<Claim> claims = new ArrayList<>();
    for (Service service : Service.values()) {
      claims.add(
          new Claim(
              "the service " + service.label(),
              http(service),
              setting(service) + " (or CIQ_HTTP_PORT_BASE for all five)"));
      claims.add(
          new Claim(
              "the management of " + service.label(),
              management(service),
              managementSetting(service) + " (or CIQ_MANAGEMENT_PORT_BASE for all five)"));
    }
    claims.add(new Claim("PostgreSQL", postgres, "CIQ_POSTGRES_PORT"));
    claims.add(new Claim("Redis", redis, "CIQ_REDIS_PORT"));
    if (withMarket) {
      claims.add(new Claim("the demo market", market, "CIQ_MARKET_PORT"));
    }
    return claims;
  }

  private void refuseTwice() {
    Map<Integer, Claim> seen = new HashMap<>();
    for (Claim claim : claims(true)) {
      Optional.ofNullable(seen.put(claim.port(), claim))
          .ifPresent(
              earlier -> {
                throw new Refusal(
                    "Port %d is given to %s and to %s: set %s to another port."
                        .formatted(claim.port(), earlier.user(), claim.user(), claim.setting()));
              });
    }
  }

  private static String setting(Service service) {
    return "CIQ_" + service.name() + "_PORT";
  }

  private static String managementSetting(Service service) {
    return "CIQ_" + service.name() + "_MANAGEMENT_PORT";
  }

  private static int number(Map<String, String> env, String name, int fallback) {
    String value = env.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      return fallback;
    }
    try {
      int port = Integer.parseInt(value);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      throw new Refusal(
          "%s=%s is not a port: give a number from 1 to 65535.".formatted(name, value), notANumber);
    }
    throw new Refusal("%s=%s is not a port: give a number from 1 to 65535.".formatted(name, value));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static Ports free() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      Map<Service, Integer> http = new EnumMap<>(Service.class);
      Map<Service, Integer> management = new EnumMap<>(Service.class);
      for (Service service : Service.values()) {
        http.put(service, hold(held));
        management.put(service, hold(held));
      }
      return new Ports(http, management, hold(held), hold(held), hold(held));
    } catch (IOException none) {
      throw new Refusal("There is no free port on 127.0.0.1: " + none.getMessage(), none);
    } finally {
      held.forEach(Ports::release);
    }
  }

  private static int hold(List<ServerSocket> held) throws IOException {
    var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    held.add(socket);
    return socket.getLocalPort();
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException stuck) {
      throw new Refusal("A probed port cannot be released: " + stuck.getMessage(), stuck);
    }
  }
}
