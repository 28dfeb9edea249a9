package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.egress.EgressResult.Reason;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {

  @ParameterizedTest
  @CsvSource({
    "ftp://example.com/, SCHEME",
    "file:///etc/passwd, SCHEME",
    "gopher://example.com:70/_x, SCHEME",
    "jar:http://example.com/a.jar, SCHEME",
    "data:text/html;base64;xx, SCHEME",
    "//example.com/, SCHEME",
    "http://user@example.com/, USERINFO",
    "http://user:secret@example.com/, USERINFO",
    "http://127.0.0.1@example.com/, USERINFO",
    "http:///path, HOST",
    "http:path, HOST",
    "http://2130706433/, HOST",
    "http://0x7f000001/, HOST",
    "http://0x7f.1/, HOST",
    "http://0177.0.0.1/, HOST",
    "http://127.1/, HOST",
    "http://127.0.1/, HOST",
    "http://127.0.0.01/, HOST",
    "http://017700000001/, HOST",
    "http://1.2.3.4.5/, HOST",
    "http://256.1.1.1/, HOST",
    "http://example.0x1/, HOST",
    "http://-example.com/, HOST",
    "http://exa..mple.com/, HOST",
    "http://example.com:0/, PORT",
    "http://example.com:65536/, PORT"
  })
  void addressThatIsATrickIsUnusable(String address, Reason reason) {
    assertThat(Destination.of(URI.create(address)))
        .isInstanceOfSatisfying(
            Destination.Unusable.class,
            unusable -> assertThat(unusable.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "http://Example.COM/a, example.com, 80, false, /a",
    "https://example.com, example.com, 443, false, /",
    "https://example.com:8443/?q=1, example.com, 8443, false, /?q=1",
    "https://example.com.:443/x, example.com, 443, false, /x",
    "http://my_shop.example.com/, my_shop.example.com, 80, false, /",
    "http://bücher.example/ä, xn--bcher-kva.example, 80, false, /%C3%A4",
    "http://8.8.8.8/, 8.8.8.8, 80, true, /",
    "http://[2606:4700::1111]:8080/, 2606:4700::1111, 8080, true, /",
    "http://１２７.０.０.１/, 127.0.0.1, 80, true, /",
    "http://127.0.0.1./, 127.0.0.1, 80, true, /",
    "http://3com.example/, 3com.example, 80, false, /"
  })
  void addressIsReadAsItWillBeAsked(
      String address, String host, int port, boolean literal, String target) {
    assertThat(Destination.of(URI.create(address)))
        .isInstanceOfSatisfying(
            Destination.Site.class,
            site -> {
              assertThat(site.host()).isEqualTo(host);
              assertThat(site.port()).isEqualTo(port);
              assertThat(site.literal()).isEqualTo(literal);
              assertThat(site.requestTarget()).isEqualTo(target);
            });
  }

  @Test
  void hostLongerThanAnyNameIsUnusable() {
    assertThat(
            Destination.of(URI.create("http://" + "a".repeat(60).concat(".").repeat(5) + "com/")))
        .isInstanceOf(Destination.Unusable.class);
  }
}
