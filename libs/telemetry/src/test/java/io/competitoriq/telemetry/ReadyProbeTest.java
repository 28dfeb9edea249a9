package io.competitoriq.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadyProbeTest {

  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/ready", 200);
    answer("/alive", 204);
    answer("/down", 503);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void allThatSayYesAreWell() {
    assertThat(well(List.of(at("/ready"), at("/alive")))).isTrue();
  }

  @Test
  void oneThatIsDownIsEnoughToSayNo() {
    assertThat(well(List.of(at("/ready"), at("/down")))).isFalse();
  }

  @Test
  void nobodyThereIsNo() {
    String gone = at("/ready");
    service.stop(0);

    assertThat(well(List.of(gone))).isFalse();
  }

  private static boolean well(List<String> addresses) {
    return ReadyProbe.allAreWell(addresses, new PrintStream(OutputStream.nullOutputStream()));
  }

  private void answer(String path, int status) {
    service.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private String at(String path) {
    return "http://127.0.0.1:" + service.getAddress().getPort() + path;
  }
}
