package io.competitoriq.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsrfRuleTest {

  private static final URI PUBLIC = URI.create("https://ciq.example");

  @ParameterizedTest(name = "header={0} site={1} origin={2} host={3}: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "1, -, -, ciq.example, true",
        "1, cross-site, https://evil.example, ciq.example, true",
        "-, same-origin, https://ciq.example, ciq.example, true",
        "-, same-site, https://ciq.example, ciq.example, false",
        "-, cross-site, https://ciq.example, ciq.example, false",
        "-, none, -, ciq.example, false",
        "-, -, https://ciq.example, 10.0.0.7:8080, true",
        "-, -, http://127.0.0.1:8080, 127.0.0.1:8080, true",
        "-, -, https://evil.example, ciq.example, false",
        "-, -, null, ciq.example, false",
        "-, -, -, ciq.example, false",
        "true, -, -, ciq.example, false",
      })
  void aChangeMustComeFromOurPagesOrFromAProgram(
      String header, String site, String origin, String host, boolean allowed) {
    var signs = new CsrfRule.Signs(header, site, origin, host);

    assertThat(CsrfRule.allows("POST", signs, PUBLIC)).isEqualTo(allowed);
    assertThat(CsrfRule.allows("DELETE", signs, PUBLIC)).isEqualTo(allowed);
  }

  @Test
  void readsNeedNoSign() {
    assertThat(CsrfRule.allows("GET", new CsrfRule.Signs(null, "cross-site", null, null), PUBLIC))
        .isTrue();
  }
}
