package io.competitoriq.telemetry;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Which action of a person or a schedule the work at hand belongs to. Travels as the `traceparent`
/// header between services and in `job.trace` between steps (W3C Trace Context, level 1).
///
/// @param traceId 32 lower-case hexadecimal digits, not all zero
/// @param spanId 16 lower-case hexadecimal digits, not all zero
public record TraceContext(String traceId, String spanId) {

  /// Header and job column that carry it.
  public static final String HEADER = "traceparent";

  /// Key in log lines.
  public static final String LOG_KEY = "traceId";

  /// Key of the step within the trace.
  private static final String SPAN_KEY = "spanId";

  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");

  /// A new trace.
  public static TraceContext start() {
    return new TraceContext(randomHex(16), randomHex(8));
  }

  /// Continues the trace of the header, or starts one when there is none or it is malformed.
  public static TraceContext continued(@Nullable String traceparent) {
    return parsed(traceparent)
        .map(above -> new TraceContext(above.traceId, randomHex(8)))
        .orElseGet(TraceContext::start);
  }

  /// What the header says; empty when there is none or it is malformed.
  static Optional<TraceContext> parsed(@Nullable String traceparent) {
    if (traceparent == null) {
      return Optional.empty();
    }
    var matcher = TRACEPARENT.matcher(traceparent);
    return matcher.matches()
        ? Optional.of(new TraceContext(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /// The trace and the step of the work that runs here, or a new one. What is called or enqueued
  /// from here has the step as its parent.
  public static TraceContext current() {
    Object traceId = MDC.get(LOG_KEY);
    if (!(traceId instanceof String id)) {
      return start();
    }
    return new TraceContext(id, MDC.get(SPAN_KEY) instanceof String span ? span : randomHex(8));
  }

  /// Marks the log lines of the work that runs here.
  public void mark() {
    MDC.put(LOG_KEY, traceId);
    MDC.put(SPAN_KEY, spanId);
  }

  /// The `traceparent` header's value.
  public String toHeader() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  private static String randomHex(int bytes) {
    byte[] random = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(random);
    random[0] |= 1; // never all zero
    return HexFormat.of().formatHex(random);
  }
}
