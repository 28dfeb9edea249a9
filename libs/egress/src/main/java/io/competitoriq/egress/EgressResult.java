package io.competitoriq.egress;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How an exchange ended. All three are values: a site that is down is not an exception.
public sealed interface EgressResult {

  /// The server answered, with whatever status. `headers` have lower-case names, repeated ones are
  /// joined by a comma; `body` is decompressed; `redirects` are the addresses left behind, in
  /// order; `ip` is the address that was checked and connected to.
  record Answered(
      int status,
      Map<String, String> headers,
      Buffer body,
      URI finalUri,
      List<URI> redirects,
      String ip,
      String httpVersion,
      Timings timings)
      implements EgressResult {
    public Answered {
      headers = Map.copyOf(headers);
      redirects = List.copyOf(redirects);
    }

    /// The header of that name in any case.
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The body read in `charset`.
    public String text(Charset charset) {
      return body.toString(charset);
    }
  }

  /// We do not go there: `uri` (possibly a redirect's target) breaks the policy. Trying again
  /// changes nothing. `detail` is a sentence for the operator.
  record Refused(Reason reason, String detail, URI uri) implements EgressResult {}

  /// We went and it did not work. `detail` is a sentence; it never carries a body.
  record Failed(Kind kind, String detail, URI uri) implements EgressResult {
    /// Whether the same request may well succeed later.
    public boolean worthRetrying() {
      return kind.worthRetrying;
    }
  }

  /// Why the policy refused.
  enum Reason {
    SCHEME,
    USERINFO,
    HOST,
    PORT,
    BLOCKED_ADDRESS,
    TOO_MANY_REDIRECTS
  }

  /// What broke on the way.
  enum Kind {
    DNS(true),
    CONNECT(true),
    TLS(false),
    TIMEOUT(true),
    TOO_LARGE(false),
    RESET(true),
    PROTOCOL(true),
    BUSY(true);

    private final boolean worthRetrying;

    Kind(boolean worthRetrying) {
      this.worthRetrying = worthRetrying;
    }
  }
}
