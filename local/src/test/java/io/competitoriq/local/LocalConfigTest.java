package io.competitoriq.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalConfigTest {

  @Test
  void aSeedNeedsItsMarket() {
    LocalConfig config = config("--seed");
    assertThat(config.market()).isTrue();
    assertThat(config.marketUrl()).isEqualTo("http://market.localhost:8090");
  }

  @Test
  void withoutArgumentsThereIsNoMarket() {
    assertThat(config().market()).isFalse();
  }

  @Test
  void everythingThatChangesIsBelowTheHome() {
    LocalConfig config = config();
    assertThat(config.logs()).isEqualTo(Path.of("/home/me/ciq/logs"));
    assertThat(config.application(Service.CRAWL))
        .isEqualTo(Path.of("/source/services/crawl/target/quarkus-app"));
  }

  @Test
  void anUnknownArgumentIsRefused() {
    assertThatThrownBy(() -> config("--quick"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--quick");
  }

  private static LocalConfig config(String... arguments) {
    return LocalConfig.from(
        Set.of(arguments), Map.of(), Path.of("/source"), Path.of("/home/me/ciq"));
  }
}
