package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest {
  private static final URI HERE = URI.create("https://example.com/a/b?x=1");

  @ParameterizedTest
  @CsvSource({
    "/pricing, https://example.com/pricing",
    "c, https://example.com/a/c",
    "//other.example/x, https://other.example/x",
    "http://other.example, http://other.example",
    "/with space, https://example.com/with%20space",
    "/Ã¼mlaut, https://example.com/%C3%BCmlaut",
    "/page#section, https://example.com/page"
  })
  void locationIsResolvedAsBrowsersDo(String location, String expected) {
    assertThat(Redirects.follow(EgressRequest.get(HERE), 302, location))
        .hasValueSatisfying(next -> assertThat(next.uri()).isEqualTo(URI.create(expected)));
  }

  @Test
  void locationThatIsNoAddressLeadsNowhere() {
    assertThat(Redirects.follow(EgressRequest.get(HERE), 302, "http://[broken")).isEmpty();
  }

  @Test
  void credentialsStayWithTheirOrigin() {
    // Given
    EgressRequest request =
        EgressRequest.get(HERE).header("Authorization", "Bearer x").header("Accept", "text/html");
    // When
    EgressRequest same = Redirects.follow(request, 302, "/b").orElseThrow();
    EgressRequest other = Redirects.follow(request, 302, "https://example.org/").orElseThrow();
    EgressRequest downgraded = Redirects.follow(request, 302, "http://example.com/").orElseThrow();
    // Then
    assertThat(same.headers()).containsKey("authorization");
    assertThat(other.headers()).doesNotContainKey("authorization").containsKey("accept");
    assertThat(downgraded.headers()).doesNotContainKey("authorization");
  }

  @ParameterizedTest
  @CsvSource({"301, GET", "302, GET", "303, GET", "307, POST", "308, POST"})
  void postChangesOnlyWhereTheStandardSaysSo(int status, String method) {
    // Given
    EgressRequest post = EgressRequest.post(HERE, "application/json", new byte[] {'{', '}'});
    // When
    EgressRequest next = Redirects.follow(post, status, "/").orElseThrow();
    // Then
    assertThat(next.method()).isEqualTo(method);
    assertThat(next.body().isPresent()).isEqualTo(method.equals("POST"));
    assertThat(next.headers().containsKey("content-type")).isEqualTo(method.equals("POST"));
  }
}
