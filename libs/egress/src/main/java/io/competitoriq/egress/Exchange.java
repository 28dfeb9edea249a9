package io.competitoriq.egress;

import io.competitoriq.egress.EgressResult.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
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
  private @Nullable HttpClientRequest inFlight;

  Exchange(Vertx vertx, EgressRequest request, Destination.Site site, SocketAddress address) {
    this.vertx = vertx;
    this.request = request;
    this.site = site;
    this.address = address;
  }

  Future<Hop> run(HttpClient client, Deadline deadline) {
    timer =
        vertx.setTimer(
            deadline.remainingMillis(),
            _ -> fault(Kind.TIMEOUT, "No complete answer within the time allowed."));
    client.request(options()).onComplete(this::send, failure -> finish(Faults.of(failure)));
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
    return options.putHeader("accept-encoding", Inflation.ACCEPTED);
  }

  private void send(HttpClientRequest ready) {
    inFlight = ready;
    connected = System.nanoTime();
    if (end.future().isComplete()) {
      ready.reset();
      return;
    }
    ready.exceptionHandler(failure -> finish(Faults.of(failure)));
    ready.response().onComplete(this::read, failure -> finish(Faults.of(failure)));
    if (request.body().isPresent()) {
      ready.end(request.body().get());
    } else {
      ready.end();
    }
  }

  private void read(HttpClientResponse response) {
    long firstByte = System.nanoTime();
    response.exceptionHandler(failure -> finish(Faults.of(failure)));
    if (declaresTooMuch(response)) {
      tooLarge();
      return;
    }
    response.handler(this::collect);
    response.endHandler(
        _ ->
            finish(
                new Hop.Reply(
                    response.statusCode(),
                    headers(response),
                    body,
                    address.host(),
                    response.version().alpnName(),
                    connected - started,
                    firstByte - connected)));
  }

  private void collect(Buffer chunk) {
    if (body.length() + chunk.length() > request.limits().maxBytes()) {
      tooLarge();
    } else if (!end.future().isComplete()) {
      body.appendBuffer(chunk);
    }
  }

  private boolean declaresTooMuch(HttpClientResponse response) {
    String length = response.getHeader("content-length");
    return !request.method().equals("HEAD")
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

  private void fault(Kind kind, String detail) {
    finish(new Hop.Fault(kind, detail));
  }

  private void finish(Hop hop) {
    if (end.tryComplete(hop)) {
      vertx.cancelTimer(timer);
      if (hop instanceof Hop.Fault && inFlight != null) {
        inFlight.reset();
      }
    }
  }
}
