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
  record Fault(Kind kind, String detail) implements Hop {}
}
