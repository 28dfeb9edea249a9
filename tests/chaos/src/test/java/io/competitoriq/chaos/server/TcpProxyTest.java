package io.competitoriq.chaos.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.competitoriq.chaos.server.TcpProxy.Mode;
import io.competitoriq.chaos.server.TcpProxy.Tap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In front of a server that sends back whatever it gets.
class TcpProxyTest {

  private static final int SILENCE_MILLIS = 300;

  private final ServerSocket echo = echo();
  private final TcpProxy proxy = new TcpProxy(echo.getLocalPort());
  private Socket client = new Socket();

  @BeforeEach
  void connect() throws IOException {
    client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    client.setSoTimeout(SILENCE_MILLIS);
    client.getOutputStream().write('a');
    assertThat(client.getInputStream().read()).isEqualTo('a');
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    proxy.close();
    echo.close();
  }

  @Test
  void cutBreaksWhatIsOpenAndRefusesWhatIsNew() throws IOException {
    proxy.set(Mode.CUT);

    assertThat(client.getInputStream().read()).isEqualTo(-1);
    try (Socket late = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      assertThat(late.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void heldArrivesAfterAll() throws IOException {
    proxy.set(Mode.HOLD);
    client.getOutputStream().write('b');
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);

    proxy.set(Mode.PASS);

    client.setSoTimeout(10_000);
    assertThat(client.getInputStream().read()).isEqualTo('b');
  }

  @Test
  void lostNeverComesBackButNewConnectionsDo() throws IOException {
    proxy.set(Mode.LOSE);
    client.getOutputStream().write('b');
    proxy.set(Mode.PASS);
    client.getOutputStream().write('c');

    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    try (Socket fresh = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      fresh.getOutputStream().write('d');
      assertThat(fresh.getInputStream().read()).isEqualTo('d');
    }
  }

  @Test
  void theOtherEndNeverLearnsThatALostConnectionIsGone() throws IOException {
    proxy.set(Mode.LOSE);
    proxy.set(Mode.PASS);
    client.close();

    try (Socket fresh = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      fresh.getOutputStream().write('d');
      assertThat(fresh.getInputStream().read()).isEqualTo('d');
      await().until(() -> proxy.open() == 2);
    }
  }

  @Test
  void aTapSeesWhatIsSentBeforeItArrives() throws IOException {
    List<String> seen = new CopyOnWriteArrayList<>();
    proxy.tap(
        piece -> {
          seen.add(piece);
          return true;
        });

    client.getOutputStream().write('b');

    assertThat(client.getInputStream().read()).isEqualTo('b');
    assertThat(seen).containsExactly("b");
  }

  @Test
  void whatATapKeepsNeverArrivesAndTheConnectionEnds() throws IOException {
    proxy.tap(_ -> false);

    client.getOutputStream().write('b');

    assertThat(client.getInputStream().read()).isEqualTo(-1);
    proxy.tap(Tap.NONE);
    try (Socket fresh = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      fresh.getOutputStream().write('d');
      assertThat(fresh.getInputStream().read()).isEqualTo('d');
    }
  }

  private static ServerSocket echo() {
    try {
      ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(() -> serve(server));
      return server;
    } catch (IOException noPort) {
      throw new IllegalStateException(noPort);
    }
  }

  private static void serve(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> sendBack(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void sendBack(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException broken) {
      // The proxy hung up, as it should.
      return;
    }
  }
}
