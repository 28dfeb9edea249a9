package io.competitoriq.egress;

import io.competitoriq.egress.EgressResult.Kind;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import javax.net.ssl.SSLException;

/// What an exception of the transport means to a caller. Messages of exceptions stay inside: they
/// carry addresses and class names nobody can act on.
final class Faults {
  private static final int DEEPEST_CAUSE = 8;

  private Faults() {}

  static Hop.Fault of(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SSLException) {
        return new Hop.Fault(
            Kind.TLS, "The TLS handshake failed: certificate or protocol refused.");
      }
      cause = cause.getCause();
    }
    return switch (failure) {
      case ConnectionPoolTooBusyException _ ->
          new Hop.Fault(Kind.BUSY, "Too many requests wait for this host.");
      case ConnectException _, NoRouteToHostException _ ->
          new Hop.Fault(Kind.CONNECT, "Nobody answers at this address.");
      case HttpClosedException _, StreamResetException _, SocketException _ ->
          new Hop.Fault(
              Kind.RESET, "The server closed the connection before the answer was whole.");
      case IOException _ -> new Hop.Fault(Kind.RESET, "The connection broke.");
      case VertxException _ -> new Hop.Fault(Kind.RESET, "The connection was closed.");
      case Throwable _ -> new Hop.Fault(Kind.PROTOCOL, "The answer is not valid HTTP.");
    };
  }
}
