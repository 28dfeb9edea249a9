package io.competitoriq.telemetry;

import java.util.HexFormat;
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

  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");

  /// A new trace.
  public static TraceContext start() {
    return new TraceContext(randomHex(16), randomHex(8));
  }

  /// Continues the trace of the header, or starts one when there is none or it is malformed.
  public static TraceContext continued(@Nullable String traceparent) {
    if (traceparent == null) {
      return start();
    }
    var matcher = TRACEPARENT.matcher(traceparent);
    return matcher.matches() ? new TraceContext(matcher.group(1), randomHex(8)) : start();
  }

  /// The trace of the work that runs here, or a new one.
  public static TraceContext current() {
    Object traceId = MDC.get(LOG_KEY);
    return traceId instanceof String id ? new TraceContext(id, randomHex(8)) : start();
  }

  /// Marks the log lines of the work that runs here.
  public void mark() {
    MDC.put(LOG_KEY, traceId);
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
