package io.competitoriq.competitors.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.competitors.Api;
import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An operator switches collecting off and on again while somebody looks for sources.
@QuarkusTest
@WithEmbeddedServers("competitors")
class DiscoveryOffTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Flags flags;
  private final Api api = Api.ofNewWorkspace();
  private final LoopbackSite site = new LoopbackSite().page("/", "<title>Acme</title><h1>Hi</h1>");

  DiscoveryOffTest(Flags flags) {
    this.flags = flags;
  }

  @AfterEach
  void switchOn() {
    flip(false);
    site.close();
  }

  @Test
  void theSiteIsLeftAloneUntilTheFlagIsBack() {
    // Given
    flip(true);
    // When
    String id =
        api.request()
            .body(Map.of("url", site.url("/")))
            .post("/discoveries")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    // Then
    await().atMost(PATIENCE).until(() -> sleepers() == 1);
    assertThat(state(id)).isEqualTo("RUNNING");
    assertThat(site.asked()).isEmpty();
    // And when
    flip(false);
    // Then
    assertThat(await().atMost(PATIENCE).until(() -> state(id), state -> !state.equals("RUNNING")))
        .isEqualTo("DONE");
  }

  private String state(String id) {
    return api.request().get("/discoveries/" + id).path("state");
  }

  private static long sleepers() {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where queue = 'discovery-jobs' and state = 0 and attempt = 0"
            + " and error like '%crawl.enabled%'");
  }

  private void flip(boolean killed) {
    TestDatabase.execute(
        "update flags.flag set killed = " + killed + " where key = 'crawl.enabled'");
    await().atMost(PATIENCE).until(() -> flags.on(Flag.CRAWL) != killed);
  }
}
