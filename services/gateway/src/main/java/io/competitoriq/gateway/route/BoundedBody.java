package io.competitoriq.gateway.route;

import io.competitoriq.http.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/// Reads a request body whole, up to a limit, so that a body that is too large never reaches a
/// service.
final class BoundedBody {

  private final int limit;
  private final Buffer collected = Buffer.buffer();
  private final Promise<Buffer> whole = Promise.promise();

  private BoundedBody(int limit) {
    this.limit = limit;
  }

  /// Fails with a 413 problem as soon as there is more than the limit; what follows is thrown away.
  static Future<Buffer> read(HttpServerRequest request, int limit) {
    var body = new BoundedBody(limit);
    request.exceptionHandler(_ -> body.whole.tryFail(brokenOff()));
    request.endHandler(_ -> body.whole.tryComplete(body.collected));
    request.handler(body::take);
    return body.whole.future();
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
