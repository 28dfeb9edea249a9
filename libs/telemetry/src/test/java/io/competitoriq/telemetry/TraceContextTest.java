package io.competitoriq.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @Test
  void aTraceIsContinuedUnderANewSpan() {
    TraceContext continued = TraceContext.continued("00-" + TRACE + "-b7ad6b7169203331-01");

    assertThat(continued.traceId()).isEqualTo(TRACE);
    assertThat(continued.spanId()).isNotEqualTo("b7ad6b7169203331");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "garbage",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01"
      })
  void aMalformedHeaderStartsANewTrace(String header) {
    assertThat(TraceContext.continued(header).traceId())
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(TRACE);
  }

  @Test
  void theHeaderCanBeReadBack() {
    TraceContext started = TraceContext.start();

    assertThat(TraceContext.continued(started.toHeader()).traceId()).isEqualTo(started.traceId());
  }
}
