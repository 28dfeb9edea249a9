package io.competitoriq.gateway.route;

import io.competitoriq.http.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/// Reads a request body whole, up to a limit, so that a body that is too large never reaches a
/// service.
final class BoundedBody {

  private final int limit;
  private final Buffer collected = Buffer.buffer();
  private final Promise<Buffer> whole = Promise.promise();

  private BoundedBody(int limit) {
    this.limit = limit;
  }

  /// Fails with a 413 problem as soon as there is more than the limit, whose rest is thrown away,
  /// and with a 408 problem when it is not there in time: who announces more than they send would
  /// be waited for as long as they like.
  static Future<Buffer> read(RoutingContext context, int limit, Duration patience) {
    HttpServerRequest request = context.request();
    var body = new BoundedBody(limit);
    request.exceptionHandler(_ -> body.whole.tryFail(brokenOff()));
    request.endHandler(_ -> body.whole.tryComplete(body.collected));
    request.handler(body::take);
    long timer = context.vertx().setTimer(patience.toMillis(), _ -> body.giveUp(request));
    return body.whole.future().onComplete(_ -> context.vertx().cancelTimer(timer));
  }

  /// The rest may come at any time, so the connection is of no use to another request.
  private void giveUp(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    whole.tryFail(
        new ProblemException(
            408, "body-too-slow", "The body did not come in time. Send it again at once."));
  }

  private static ProblemException brokenOff() {
    return new ProblemException(400, "body-broken-off", "The body ended before it was complete.");
  }

  static ProblemException tooLarge(int limit) {
    return new ProblemException(
        413, "body-too-large", "The body is larger than %d bytes.".formatted(limit));
  }

  private void take(Buffer part) {
    if (collected.length() + part.length() > limit) {
      whole.tryFail(tooLarge(limit));
    } else {
      collected.appendBuffer(part);
    }
  }
}
