package io.competitoriq.chaos.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A stretch of network between one worker and one server.
public final class TcpProxy implements AutoCloseable {

  /// What the network does.
  public enum Mode {
    /// Carries everything at once.
    PASS,
    /// Breaks every connection and refuses new ones.
    CUT,
    /// Carries everything two seconds late.
    DELAY,
    /// Carries nothing and says nothing; later everything arrives after all.
    HOLD,
    /// Carries nothing and says nothing; the connections of this time never come back, nor does
    /// either end learn of it.
    LOSE
  }

  /// Sees what the worker sends before the server does.
  public interface Tap {

    /// Looks at nothing.
    Tap NONE = _ -> true;

    /// @param piece of the stream, bytes as ISO 8859-1
    /// @return false: the server shall not get it, nor anything else on this connection
    boolean lets(String piece);
  }

  private static final Duration DELAY = Duration.ofSeconds(2);
  private static final Duration GLANCE = Duration.ofMillis(20);
  private static final int CONNECT_MILLIS = 2000;

  private final int target;
  private final ServerSocket door;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.PASS;
  private volatile Tap tap = Tap.NONE;
  private volatile boolean closed;

  public TcpProxy(int target) {
    this.target = target;
    try {
      this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return door.getLocalPort();
  }

  public void set(Mode wanted) {
    mode = wanted;
    if (wanted == Mode.CUT) {
      links.forEach(Link::end);
    }
    if (wanted == Mode.LOSE) {
      links.forEach(link -> link.lost = true);
    }
  }

  /// Puts a tap on every connection, in place of the last one.
  public void tap(Tap wanted) {
    tap = wanted;
  }

  private void accept() {
    while (!closed) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> open(client));
      } catch (IOException gone) {
        if (!closed) {
          throw new UncheckedIOException(gone);
        }
      }
    }
  }

  private void open(Socket client) {
    Socket server = new Socket();
    Link link = new Link(client, server);
    links.add(link);
    try {
      if (mode == Mode.CUT) {
        link.end();
        return;
      }
      link.lost = mode == Mode.LOSE;
      server.connect(new InetSocketAddress("127.0.0.1", target), CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> carry(link, client, server));
      carry(link, server, client);
    } catch (IOException refused) {
      link.end();
    }
  }

  private void carry(Link link, Socket from, Socket to) {
    byte[] buffer = new byte[16384];
    try {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        passage();
        if (from == link.client && !lets(buffer, n)) {
          break;
        }
        if (!link.lost) {
          to.getOutputStream().write(buffer, 0, n);
        }
      }
    } catch (IOException broken) {
      // Ends the link below, like an orderly close.
    }
    passage();
    if (!link.lost) {
      link.end();
    }
  }

  private boolean lets(byte[] buffer, int length) {
    Tap now = tap;
    return now == Tap.NONE || now.lets(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
  }

  private void passage() {
    if (mode == Mode.DELAY) {
      Waiting.rest(DELAY);
    }
    while (mode == Mode.HOLD && !closed) {
      Waiting.rest(GLANCE);
    }
  }

  /// Connections under way, lost ones included.
  int open() {
    return links.size();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    door.close();
    links.forEach(Link::end);
  }

  private final class Link {

    private final Socket client;
    private final Socket server;
    private volatile boolean lost;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void end() {
      links.remove(this);
      for (Socket socket : new Socket[] {client, server}) {
        try {
          socket.close();
        } catch (IOException closing) {
          // Nothing is left to close.
        }
      }
    }
  }
}
