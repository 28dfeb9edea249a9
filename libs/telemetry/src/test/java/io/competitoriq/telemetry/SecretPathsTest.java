package io.competitoriq.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPathsTest {

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

    assertThat(new SecretPaths().isLoggable(line)).isTrue();

    assertThat(line.getFormattedMessage())
        .isEqualTo("HTTP Request to /api/v1/rss/***?x=1 failed, id: 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path=/signals/0198c0de-0000-7000-8000-000000000001",
        "GET /source-packs and /provider-hooks/apify",
        "blob /e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void whatIsNoSecretStays(String text) {
    assertThat(SecretPaths.redacted(text)).isEqualTo(text);
  }
}
