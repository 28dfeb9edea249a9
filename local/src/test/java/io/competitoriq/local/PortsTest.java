package io.competitoriq.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void laptopPortsAreTheDefault() {
    Ports ports = Ports.from(Map.of());
    assertThat(ports.http(Service.GATEWAY)).isEqualTo(8080);
    assertThat(ports.management(Service.ANALYSIS)).isEqualTo(9084);
    assertThat(ports.postgres()).isEqualTo(15432);
    assertThat(ports.market()).isEqualTo(8090);
  }

  @Test
  void baseMovesAllFiveAndOneNameMovesOne() {
    Ports ports = Ports.from(Map.of("CIQ_HTTP_PORT_BASE", "18080", "CIQ_CRAWL_PORT", "20000"));
    assertThat(ports.http(Service.COMPETITORS)).isEqualTo(18081);
    assertThat(ports.http(Service.CRAWL)).isEqualTo(20000);
  }

  @Test
  void aWordIsNoPort() {
    assertThatThrownBy(() -> Ports.from(Map.of("CIQ_REDIS_PORT", "many")))
        .isInstanceOf(Refusal.class)
        .hasMessage("CIQ_REDIS_PORT=many is not a port: give a number from 1 to 65535.");
  }

  @Test
  void onePortCannotBeGivenTwice() {
    assertThatThrownBy(() -> Ports.from(Map.of("CIQ_MARKET_PORT", "8081")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(
            "Port 8081 is given to the service competitors and to the demo market")
        .hasMessageContaining("CIQ_MARKET_PORT");
  }

  @Test
  void takenPortIsNamedWithTheSettingThatMovesIt() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Given
      Ports free = Ports.from(Map.of("CIQ_PORTS", "free"));
      Map<Service, Integer> http = new EnumMap<>(free.http());
      http.put(Service.ANALYSIS, other.getLocalPort());
      Ports ports =
          new Ports(http, free.management(), free.postgres(), free.redis(), free.market());
      // When / Then
      assertThatThrownBy(() -> ports.refuseTaken(false))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "Port %d for the service analysis is in use by another program: stop that program, or set CIQ_ANALYSIS_PORT (or CIQ_HTTP_PORT_BASE for all five) to a free port."
                  .formatted(other.getLocalPort()));
    }
  }

  @Test
  void freePortsAreFree() {
    assertThatCode(() -> Ports.from(Map.of("CIQ_PORTS", "free")).refuseTaken(true))
        .doesNotThrowAnyException();
  }
}
