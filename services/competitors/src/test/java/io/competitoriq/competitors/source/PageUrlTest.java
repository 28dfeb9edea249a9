package io.competitoriq.competitors.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.competitoriq.http.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageUrlTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          acme.com                            | https://acme.com/
          '  acme.com  '                      | https://acme.com/
          ACME.com/Pricing                    | https://acme.com/Pricing
          www.acme.com                        | https://www.acme.com/
          //acme.com/x                        | https://acme.com/x
          http://acme.com                     | http://acme.com/
          HTTPS://Acme.COM:443/a              | https://acme.com/a
          http://acme.com:80                  | http://acme.com/
          acme.com:8443/a                     | https://acme.com:8443/a
          localhost:8090                      | http://localhost:8090/
          brightdesk.localhost:8090/pricing   | http://brightdesk.localhost:8090/pricing
          https://brightdesk.localhost:8090   | https://brightdesk.localhost:8090/
          127.0.0.1:8080/x                    | https://127.0.0.1:8080/x
          http://[::1]:8080/x                 | http://[::1]:8080/x
          acme.com.                           | https://acme.com/
          https://acme.com/a/../b/./c         | https://acme.com/b/c
          https://acme.com/../../b            | https://acme.com/b
          https://acme.com/a b                | https://acme.com/a%20b
          https://acme.com/über-uns           | https://acme.com/%C3%BCber-uns
          https://acme.com/%c3%bcber          | https://acme.com/%C3%BCber
          https://acme.com/50%                | https://acme.com/50%25
          https://bücher.example/             | https://xn--bcher-kva.example/
          https://acme.com/#pricing           | https://acme.com/
          https://acme.com?a=1                | https://acme.com/?a=1
          https://acme.com/p?utm_source=x&b=2&gclid=3 | https://acme.com/p?b=2
          https://acme.com/p?utm_source=x     | https://acme.com/p
          https://acme.com/?q=<a>             | https://acme.com/?q=%3Ca%3E
          """,
      quoteCharacter = '\'',
      ignoreLeadingAndTrailingWhitespace = true)
  void hasOneCanonicalSpelling(String typed, String canonical) {
    assertThat(PageUrl.parse(typed)).hasToString(canonical);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | invalid-url        | 1 to 2000 characters
          acme                      | invalid-url        | "acme" is not a web address
          our competitor            | invalid-url        | is not a web address
          http://                   | invalid-url        | is not a web address
          https://acme .com         | invalid-url        | is not a web address
          https://-acme.com         | invalid-url        | is not a web address
          https://user:pw@acme.com  | invalid-url        | user name or password
          https://acme.com:99999    | invalid-url        | ports go from 1 to 65535
          https://acme.com:x        | invalid-url        | is not a web address
          ftp://acme.com            | unsupported-scheme | not "ftp:"
          javascript:alert(1)       | unsupported-scheme | not "javascript:"
          mailto:a@acme.com         | unsupported-scheme | not "mailto:"
          file:///etc/passwd        | unsupported-scheme | not "file:"
          """)
  void refusesWhatIsNoWebAddressAndSaysWhy(String typed, String type, String sentence) {
    // When
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> PageUrl.parse(typed));
    // Then
    assertThat(problem.type()).isEqualTo(type);
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.detail()).contains(sentence);
  }

  @ParameterizedTest(name = "{0} is known as {1}")
  @CsvSource({
    "https://www.acme.com/x, acme.com",
    "https://acme.com/, acme.com",
    "https://app.acme.com/, app.acme.com",
    "https://www.com/, www.com",
    "http://brightdesk.localhost:8090/, brightdesk.localhost"
  })
  void isKnownByItsHostWithoutWww(String url, String domain) {
    assertThat(PageUrl.parse(url).domain()).isEqualTo(domain);
  }

  @ParameterizedTest(name = "{0} is like {1}: {2}")
  @CsvSource({
    "https://www.acme.com/pricing/, http://acme.com/pricing, true",
    "https://acme.com/, http://www.acme.com, true",
    "https://acme.com/pricing, https://acme.com/plans, false",
    "https://acme.com/p?id=1, https://acme.com/p?id=2, false",
    "https://blog.acme.com/, https://acme.com/, false"
  })
  void isLikeOtherSpellingsOfThePage(String one, String other, boolean alike) {
    assertThat(PageUrl.parse(one).likeness().equals(PageUrl.parse(other).likeness()))
        .isEqualTo(alike);
  }
}
