package io.competitoriq.analysis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  private static final String SOURCE =
      "{\"url\":\"https://brightdesk.example/pricing\",\"quote\":\"Write to sales@brightdesk.example."
          + " Built on Node.js, see docs.brightdesk.example/api.\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pro got dearer. There is room.|true",
        "See https://brightdesk.example/pricing.|true",
        "Their site brightdesk.example says so|true",
        "Write to SALES@brightdesk.example|true",
        "They moved to Node.js|true",
        "Dearer by 3.5 %, i.e. a lot|true",
        "See https://evil.test/a|false",
        "See HTTPS://EVIL.TEST|false",
        "See http://brightdesk.example/pricing|false",
        "See https://brightdesk.example/pricing-login|false",
        "See https://brightdesk.example.evil.test|false",
        "See evil.test|false",
        "See brightdesk.example.evil.test|false",
        "See notbrightdesk.example|false",
        "See evil[.]test|false",
        "See evil (dot) test|false",
        "See evil dot test|false",
        "See hxxps://evil.test|false",
        "Write to me@evil.test|false",
        "Write to me [at] evil [dot] test|false",
        "Write to evil-sales@brightdesk.example|false",
        "[click](javascript:alert(1))|false",
        "mailto:me@evil.test|false",
        "ftp://evil.test/x|false",
        "See \uff45vil\uff0etest|false",
        "See ev\u200bil.test|false",
        "See evil\u3002test|false",
        "See 10.1.2.3/login|false",
        "![](//evil.test/p.png)|false",
      })
  void onlyAddressesOfTheSourceMayBeNamed(String sentence, boolean covered) {
    // When
    boolean found = new Addresses(SOURCE).cover(sentence);
    // Then
    assertThat(found).isEqualTo(covered);
  }
}
