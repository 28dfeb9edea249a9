package io.competitoriq.egress;

import io.competitoriq.egress.EgressResult.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request to one checked address: connects there, sends, reads up to the cap, ends by the
/// deadline. Runs on one Vert.x context; every way out goes through `finish`, which happens once.
final class Exchange {
  private final Vertx vertx;
  private final EgressRequest request;
  private final Destination.Site site;
  private final SocketAddress address;
  private final Promise<Hop> end = Promise.promise();
  private final Buffer body = Buffer.buffer();
  private final long started = System.nanoTime();
  private long connected = started;
  private long timer = -1;

  /// The connection is an old one, and nothing has come back on it yet.
  private boolean kept;

  private @Nullable HttpClientRequest inFlight;

  Exchange(Vertx vertx, EgressRequest request, Destination.Site site, SocketAddress address) {
    this.vertx = vertx;
    this.request = request;
    this.site = site;
    this.address = address;
  }

  Future<Hop> run(HttpClients clients, Deadline deadline) {
    timer =
        vertx.setTimer(
            deadline.remainingMillis(),
            _ -> fault(Kind.TIMEOUT, "No complete answer within the time allowed."));
    clients
        .towards(site)
        .request(options())
        .onComplete(
            ready -> {
              kept = clients.kept(ready.connection());
              send(ready);
            },
            this::neverSent);
    return end.future();
  }

  private RequestOptions options() {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method().toUpperCase(Locale.ROOT)))
            .setServer(address)
            .setHost(site.authorityHost())
            .setPort(site.port())
            .setSsl(site.tls())
            .setURI(site.requestTarget());
    request.headers().forEach(options::putHeader);
    return options.putHeader("accept-encoding", Coding.accepted());
  }

  private void send(HttpClientRequest ready) {
    inFlight = ready;
    connected = System.nanoTime();
    if (end.future().isComplete()) {
      ready.reset();
      return;
    }
    ready.exceptionHandler(this::broke);
    ready.response().onComplete(this::read, this::broke);
    if (request.body().isPresent()) {
      ready.end(request.body().get());
    } else {
      ready.end();
    }
  }

  private void read(HttpClientResponse response) {
    long firstByte = System.nanoTime();
    kept = false;
    response.exceptionHandler(this::broke);
    if (declaresTooMuch(response)) {
      tooLarge();
      return;
    }
    response.handler(chunk -> collect(response, chunk, firstByte));
    response.endHandler(_ -> finish(reply(response, firstByte)));
  }

  private void collect(HttpClientResponse response, Buffer chunk, long firstByte) {
    int room = request.limits().maxBytes() - body.length();
    if (end.future().isComplete()) {
      return;
    }
    if (chunk.length() <= room) {
      body.appendBuffer(chunk);
    } else if (request.limits().cut()) {
      body.appendBuffer(chunk, 0, room);
      finish(reply(response, firstByte));
      abandon();
    } else {
      tooLarge();
    }
  }

  private Hop.Reply reply(HttpClientResponse response, long firstByte) {
    return new Hop.Reply(
        response.statusCode(),
        headers(response),
        body,
        address.host(),
        response.version().alpnName(),
        connected - started,
        firstByte - connected);
  }

  private boolean declaresTooMuch(HttpClientResponse response) {
    String length = response.getHeader("content-length");
    return !request.limits().cut()
        && !request.method().equals("HEAD")
        && length != null
        && length.matches("\\d{1,18}")
        && Long.parseLong(length) > request.limits().maxBytes();
  }

  private static Map<String, String> headers(HttpClientResponse response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach(
            (name, value) ->
                headers.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b));
    return headers;
  }

  private void tooLarge() {
    fault(
        Kind.TOO_LARGE, "The body is larger than %d bytes.".formatted(request.limits().maxBytes()));
  }

  /// Only a kept connection can be closed before it is written to; a new one fails otherwise.
  private void neverSent(Throwable failure) {
    kept = failure instanceof HttpClosedException;
    broke(failure);
  }

  private void broke(Throwable failure) {
    Hop.Fault fault = Faults.of(failure);
    finish(new Hop.Fault(fault.kind(), fault.detail(), kept && fault.kind() == Kind.RESET));
  }

  private void fault(Kind kind, String detail) {
    finish(new Hop.Fault(kind, detail));
  }

  private void finish(Hop hop) {
    if (end.tryComplete(hop)) {
      vertx.cancelTimer(timer);
      if (hop instanceof Hop.Fault) {
        abandon();
      }
    }
  }

  /// What the server still sends is not read.
  private void abandon() {
    if (inFlight != null) {
      inFlight.reset();
    }
  }
}
