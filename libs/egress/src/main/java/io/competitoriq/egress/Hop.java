package io.competitoriq.egress;

import io.competitoriq.egress.EgressResult.Kind;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/// How one request to one address ended, before redirects and decompression are looked at.
sealed interface Hop {
  /// A complete answer, its body as it came over the wire.
  record Reply(
      int status,
      Map<String, String> headers,
      Buffer body,
      String ip,
      String httpVersion,
      long connectNanos,
      long firstByteNanos)
      implements Hop {}

  /// No complete answer.
  ///
  /// @param stale it was a kept connection, closed by the other side before a byte came back: the
  ///   request has met nobody
  record Fault(Kind kind, String detail, boolean stale) implements Hop {
    Fault(Kind kind, String detail) {
      this(kind, detail, false);
    }
  }
}
