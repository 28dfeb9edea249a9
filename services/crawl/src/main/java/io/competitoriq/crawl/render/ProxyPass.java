package io.competitoriq.crawl.render;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// One page's right to use the proxy, and what it has left of it. Closed, its connections end.
final class ProxyPass implements AutoCloseable {
  static final String USER = "page";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 24;

  private final String secret;
  private final AtomicLong bytesLeft;
  private final AtomicInteger connectionsLeft;
  private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();
  private final Consumer<String> forget;
  private volatile boolean closed;

  ProxyPass(RenderConfig.Proxy limits, Consumer<String> forget) {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    this.secret = HexFormat.of().formatHex(bytes);
    this.bytesLeft = new AtomicLong(limits.maxBytes());
    this.connectionsLeft = new AtomicInteger(limits.connections());
    this.forget = forget;
  }

  String secret() {
    return secret;
  }

  /// The Proxy-Authorization header of its bearer.
  String credentials() {
    byte[] plain = (USER + ":" + secret).getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(plain);
  }

  /// Takes one of the connections, if there is one left.
  boolean enter() {
    if (!closed && connectionsLeft.decrementAndGet() >= 0) {
      return true;
    }
    connectionsLeft.incrementAndGet();
    return false;
  }

  /// Gives the connection back.
  void leave() {
    connectionsLeft.incrementAndGet();
  }

  /// Whether these bytes may still pass.
  boolean spend(int bytes) {
    return !closed && bytesLeft.addAndGet(-bytes) >= 0;
  }

  long bytesLeft() {
    return bytesLeft.get();
  }

  /// `end` closes a connection when the page goes; remembered until it is forgotten.
  void remember(Runnable end) {
    ends.add(end);
    if (closed) {
      end.run();
    }
  }

  void forget(Runnable end) {
    ends.remove(end);
  }

  @Override
  public void close() {
    closed = true;
    forget.accept(credentials());
    ends.forEach(Runnable::run);
  }
}
