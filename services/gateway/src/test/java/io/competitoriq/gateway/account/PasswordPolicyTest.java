package io.competitoriq.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.competitoriq.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final EmailAddress EMAIL = new EmailAddress("grace.hopper@example.com");

  private final PasswordPolicy policy = new PasswordPolicy(new BreachedPasswords());

  @ParameterizedTest
  @CsvSource({
    "elevenchars, at least 12 characters",
    "'', at least 12 characters",
    "aaaaaaaaaaaaaaaaa, more than a few different characters",
    "123412341234, more than a few different characters",
    "passwordpassword, lists of stolen passwords",
    "PasswordPassword, lists of stolen passwords",
    "1qaz2wsx3edc, lists of stolen passwords",
    "grace.hopper1906, too close to your name",
    "GraceHopper2026, too close to your name",
    "hopper-hopper!, too close to your name",
    "grace.hopper@example.com, too close to your name",
    "CompetitorIQ-26, too close to your name",
  })
  void aPasswordThatIsGuessedFirstIsRefusedWithTheReason(String password, String reason) {
    ProblemException refusal = refusal(password);

    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.type()).isEqualTo("password-refused");
    assertThat(refusal.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.field()).isEqualTo("password"))
        .satisfies(error -> assertThat(error.message()).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "nur kleine buchstaben",
        "ünïcödé is fine, too",
        "grace likes compilers a lot",
        "🦀🐍☕🐘🦊🐳🦉🐝🌵🍕🎈🚲",
      })
  void nothingElseIsAskedOfIt(String password) {
    assertThatCode(() -> policy.require(password, EMAIL, "Grace Hopper"))
        .doesNotThrowAnyException();
  }

  @Test
  void whatCannotBeTypedAnyMoreIsTooLong() {
    String longest = "0123456789".repeat(20);

    assertThatCode(() -> policy.require(longest, EMAIL, "Grace")).doesNotThrowAnyException();
    assertThat(refusal(longest + "x").detail()).contains("at most 200");
  }

  private ProblemException refusal(String password) {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> policy.require(password, EMAIL, "Grace Hopper"));
    assertThat(refusal).as("refused: %s", password).isNotNull();
    return refusal;
  }
}
