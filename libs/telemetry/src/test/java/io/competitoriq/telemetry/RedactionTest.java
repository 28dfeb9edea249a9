package io.competitoriq.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final String TOKEN = "Zm9vYmFyLWJhei1xdXV4LTEyMzQ1Njc4OTAxMjM0NTY";

  @Test
  void secretOfALinkIsInNoLineWhoeverFormatsIt() {
    var line =
        new ExtLogRecord(
            Level.SEVERE,
            "HTTP Request to %s failed, id: %s",
            ExtLogRecord.FormatStyle.PRINTF,
            "test");
    line.setParameters(new Object[] {"/api/v1/rss/" + TOKEN + "?x=1", "7"});

    assertThat(new Redaction().isLoggable(line)).isTrue();

    assertThat(line.getFormattedMessage())
        .isEqualTo("HTTP Request to /api/v1/rss/***?x=1 failed, id: 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer s3cr3t-value",
        "headers {authorization=Basic s3cr3t-value, accept=*/*}",
        "\"authorization\": \"s3cr3t-value\"",
        "sent Bearer s3cr3t-value-of-some-kind",
        "Cookie: theme=dark; ciq_session=s3cr3t-value",
        "set-cookie=ciq_session=s3cr3t-value; Path=/",
        "a session ciq_session=s3cr3t-value; x",
        "postgresql://ciq:s3cr3t-value@db:5432/x refused",
        "http://s3cr3t-user:s3cr3t-value@example.com/",
        "GET https://api.example.com/v1?q=1&api_key=s3cr3t-value&x=2",
        "GET /auth/callback?code=s3cr3t-value&state=1",
        "/x?access_token=s3cr3t-value",
        "{\"password\":\"s3cr3t-value\",\"email\":\"a@b.c\"}",
        "client_secret=s3cr3t-value",
        "key sk-s3cr3t-value was refused",
        "apify_api_s3cr3tvalue",
        "token eyJzM2NyM3Q.eyJzM2NyM3QtdmFsdWU.s3cr3t-value"
      })
  void noSecretIsLeft(String text) {
    assertThat(Redaction.redacted(text)).doesNotContain("s3cr3t").contains("***");
  }

  @Test
  void anApiKeyOfOursIsNotWritten() {
    String key = "ciq_" + "0".repeat(32) + "_" + "a".repeat(72);

    assertThat(Redaction.redacted("key " + key + " refused")).isEqualTo("key ciq_*** refused");
  }

  @Test
  void wordsOfExceptionsAndTheirCausesAreRedactedAndTheirTracesStay() {
    var cause = new IllegalStateException("https://u:s3cr3t@site.example/ does not answer");
    var failure = new IllegalArgumentException("refused", cause);
    failure.addSuppressed(new RuntimeException("Bearer s3cr3t-as-well"));
    var line = new ExtLogRecord(Level.WARNING, "handler failed", "test");
    line.setThrown(failure);

    new Redaction().isLoggable(line);

    var printed = new StringWriter();
    line.getThrown().printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString())
        .doesNotContain("s3cr3t")
        .startsWith("java.lang.IllegalArgumentException: refused")
        .contains("Caused by: java.lang.IllegalStateException: https://***@site.example/")
        .contains("at " + RedactionTest.class.getName());
  }

  @Test
  void anExceptionWithoutSecretsStaysItself() {
    var failure = new IllegalStateException("nothing to hide");
    var line = new ExtLogRecord(Level.WARNING, "failed", "test");
    line.setThrown(failure);

    new Redaction().isLoggable(line);

    assertThat(line.getThrown()).isSameAs(failure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path=/signals/0198c0de-0000-7000-8000-000000000001",
        "GET /source-packs and /provider-hooks/apify",
        "blob /e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "role ciq_migrator owns schema gateway, metric ciq_crawl_visits_total",
        "sign-in refused reason=credentials account=a@b.example",
        "job is dead why=discarded reason=unreadable payload: http://example.com:80/a",
        "https://example.com/pricing?page=2&keyword=plans",
        "the API key of the provider is missing; the basic plan, a bearer of news"
      })
  void whatIsNoSecretStays(String text) {
    assertThat(Redaction.redacted(text)).isEqualTo(text);
  }
}
