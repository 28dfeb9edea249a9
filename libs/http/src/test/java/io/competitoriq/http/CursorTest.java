package io.competitoriq.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void aCursorComesBackWithItsNanoseconds() {
    Instant at = Instant.parse("2026-11-23T06:00:00.123456789Z");
    UUID id = Ids.next();

    assertThat(Cursor.parse(Cursor.of(at, id))).contains(new Cursor(at, id));
  }

  @Test
  void noCursorMeansTheFirstPage() {
    assertThat(Cursor.parse(null)).isEmpty();
    assertThat(Cursor.parse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "!!!",
        "MTIz",
        "MS4y",
        "OTk5OTk5OTk5OTk5OTk5OTk5OTkuMX4x",
        "' or 1=1 --",
        "MzE1NTY4ODk4NjQ0MDMxOTkuOTk5OTk5OTk5fmZmZmZmZmZmLWZmZmYtZmZmZi1mZmZmLWZmZmZmZmZmZmZmZg"
      })
  void aForgedCursorIsRefusedWithAWayOut(String forged) {
    assertThatThrownBy(() -> Cursor.parse(forged))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.detail()).contains("start again without it");
            });
  }

  @Test
  void aTimeOutsideTheCalendarIsRefusedToo() {
    String endless =
        Base64.getUrlEncoder()
            .encodeToString(("99999999999999999.0~" + UUID.randomUUID()).getBytes(UTF_8));

    assertThatThrownBy(() -> Cursor.parse(endless)).isInstanceOf(ProblemException.class);
  }
}
