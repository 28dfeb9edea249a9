package io.competitoriq.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A site on loopback with a host per fault. `/FAULT` is always broken; `/FAULT/n` is well after
/// having been broken n times.
final class FaultSite implements AutoCloseable {
  private static final int TLS_HANDSHAKE = 0x16;
  private static final String PASSWORD = "changeit";

  private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();
  private final String suffix =
      Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36) + ".localhost";
  private final ServerSocket plain;
  private final ServerSocket tls;
  private final ServerSocket deaf;

  FaultSite(Path folder) throws Exception {
    plain = listen(new ServerSocket());
    deaf = listen(new ServerSocket());
    tls = listen(selfSigned(folder).getServerSocketFactory().createServerSocket());
  }

  /// The page that has this fault always (`times` negative) or so many times.
  URI url(Fault fault, int times) {
    String host =
        fault.name().toLowerCase(Locale.ROOT).replace('_', '-')
            + (times < 0 ? "-" : "-f-")
            + suffix;
    String path = "/" + fault + (times < 0 ? "" : "/" + times);
    return switch (fault) {
      case TLS_UNTRUSTED -> URI.create("https://" + host + ":" + tls.getLocalPort() + path);
      case TLS_NOT_SPOKEN -> URI.create("https://" + host + ":" + plain.getLocalPort() + path);
      case TLS_CUT_OFF -> URI.create("https://" + host + ":" + deaf.getLocalPort() + path);
      default -> URI.create("http://" + host + ":" + plain.getLocalPort() + path);
    };
  }

  private ServerSocket listen(ServerSocket socket) throws IOException {
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 200);
    Thread.ofVirtual()
        .start(
            () -> {
              while (!socket.isClosed()) {
                accept(socket);
              }
            });
    return socket;
  }

  private void accept(ServerSocket socket) {
    try {
      Socket visitor = socket.accept();
      Thread.ofVirtual().start(() -> serve(socket, visitor));
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(ServerSocket socket, Socket visitor) {
    try (visitor) {
      if (socket == deaf) {
        Answers.sendAndReset(visitor, "");
        return;
      }
      String[] path = request(visitor.getInputStream()).split(" ")[1].substring(1).split("/");
      if (path[0].equals("robots.txt")) {
        Answers.send(visitor, "HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      answer(Fault.valueOf(path[0]), path, visitor);
    } catch (IOException | RuntimeException e) {
      // The visitor has had enough, or never asked properly.
    }
  }

  private void answer(Fault fault, String[] path, Socket visitor) throws IOException {
    boolean always = path.length == 1;
    int before =
        visits.computeIfAbsent(fault.name() + always, _ -> new AtomicInteger()).getAndIncrement();
    if (always) {
      fault.answer.to(visitor);
    } else if (before >= Integer.parseInt(path[1])) {
      Answers.send(visitor, Answers.OK + "Connection: close\r\n\r\n" + Answers.PAGE);
    } else if (fault.ending == Fault.Ending.SNOOZED) {
      Answers.send(visitor, Fault.busy(fault.name().contains("503") ? 503 : 429, "1"));
    } else {
      fault.answer.to(visitor);
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the visitor left");
      }
      if (next == TLS_HANDSHAKE) {
        return "GET /TLS_NOT_SPOKEN HTTP/1.1";
      }
      text.append((char) next);
    }
    return text.toString();
  }

  private static SSLContext selfSigned(Path folder) throws Exception {
    Path store = folder.resolve("site.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String arguments =
        "%s -genkeypair -alias site -keyalg EC -validity 2 -dname CN=x.localhost"
            + " -ext san=dns:x.localhost -storetype PKCS12 -storepass %s -keystore %s";
    String command = arguments.formatted(keytool, PASSWORD, store);
    if (new ProcessBuilder(List.of(command.split(" "))).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() throws IOException {
    plain.close();
    tls.close();
    deaf.close();
  }
}
