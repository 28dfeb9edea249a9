package io.competitoriq.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedHeadersTest {

  private static final URI SERVICE = URI.create("http://competitors:8081");

  @Test
  void onlyNamedHeadersReachAService() {
    MultiMap client =
        MultiMap.caseInsensitiveMultiMap()
            .add("Accept", "application/json")
            .add("Cookie", "ciq_session=secret")
            .add("Authorization", "Bearer of-the-client")
            .add("X-Forwarded-For", "203.0.113.7")
            .add("Connection", "keep-alive");

    assertThat(ForwardedHeaders.toService(client).names()).containsExactly("Accept");
  }

  @Test
  void hookIsKnownByItsSecretAndBringsNothingElse() {
    MultiMap outsider =
        MultiMap.caseInsensitiveMultiMap()
            .add("X-Ciq-Hook", "secret")
            .add("X-Apify-Webhook-Dispatch-Id", "d1")
            .add("Authorization", "Bearer forged")
            .add("Cookie", "ciq_session=stolen");

    assertThat(ForwardedHeaders.ofHook(outsider).names())
        .containsExactlyInAnyOrder("X-Ciq-Hook", "X-Apify-Webhook-Dispatch-Id");
  }

  @Test
  void whatBelongsToTheHopOrTheServiceStaysThere() {
    MultiMap service =
        MultiMap.caseInsensitiveMultiMap()
            .add("ETag", "\"7\"")
            .add("Transfer-Encoding", "chunked")
            .add("Connection", "close, X-Internal")
            .add("X-Internal", "1")
            .add("Set-Cookie", "a=b");

    assertThat(ForwardedHeaders.toClient(service).names()).containsExactly("ETag");
  }

  @ParameterizedTest
  @CsvSource({
    "http://competitors:8081/sources/7?x=1, /api/v1/sources/7?x=1",
    "/sources/7, /api/v1/sources/7",
    "/api/v1/sources/7, /api/v1/sources/7",
    "https://elsewhere.example/x, https://elsewhere.example/x",
    "not a uri, not a uri",
  })
  void addressesLeadThroughTheGateway(String location, String expected) {
    assertThat(ForwardedHeaders.location(location, SERVICE)).isEqualTo(expected);
  }
}
