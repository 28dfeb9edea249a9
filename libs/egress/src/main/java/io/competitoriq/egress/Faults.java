package io.competitoriq.egress;

import io.competitoriq.egress.EgressResult.Kind;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// What an exception of the transport means to a caller. Messages of exceptions stay inside: they
/// carry addresses and class names nobody can act on.
final class Faults {
  private static final int DEEPEST_CAUSE = 8;

  private Faults() {}

  static Hop.Fault of(Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .limit(DEEPEST_CAUSE)
            .toList();
    boolean handshake = causes.stream().anyMatch(SSLException.class::isInstance);
    return handshake ? handshake(causes) : plain(failure);
  }

  /// A handshake that was cut off or slept in says nothing about the certificate.
  private static Hop.Fault handshake(List<Throwable> causes) {
    if (causes.stream().anyMatch(SslHandshakeTimeoutException.class::isInstance)) {
      return new Hop.Fault(Kind.TIMEOUT, "The TLS handshake did not end within the time allowed.");
    }
    return causes.stream().anyMatch(Faults::isCut)
        ? new Hop.Fault(Kind.RESET, "The server closed the connection during the handshake.")
        : new Hop.Fault(Kind.TLS, "The TLS handshake failed: certificate or protocol refused.");
  }

  private static boolean isCut(Throwable cause) {
    return cause instanceof IOException && !(cause instanceof SSLException)
        || String.valueOf(cause.getMessage()).contains("closed while");
  }

  private static Hop.Fault plain(Throwable failure) {
    return switch (failure) {
      case TooLongHttpHeaderException _, TooLongHttpLineException _ ->
          new Hop.Fault(Kind.TOO_LARGE, "The headers are larger than 64 KiB.");
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
