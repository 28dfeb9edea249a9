package io.competitoriq.gateway.route;

import io.competitoriq.http.EntityTags;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a client that asks again has what a service answers already (RFC 9110, 13.1.2). An
/// answer without a version gets a weak tag of its bytes.
final class Freshness {

  /// Longer answers are passed on as they come, without a tag.
  private static final long MOST_BYTES = 1 << 20;

  private Freshness() {}

  /// Whether the answer must be read whole to be tagged.
  static boolean lacksTag(HttpServerRequest request, HttpClientResponse answer) {
    return isRead(request, answer)
        && answer.getHeader(HttpHeaders.ETAG) == null
        && isJson(answer.getHeader(HttpHeaders.CONTENT_TYPE))
        && isShort(answer.getHeader(HttpHeaders.CONTENT_LENGTH));
  }

  /// Whether the service's own tag is the one the client has.
  static boolean isKnown(HttpServerRequest request, HttpClientResponse answer) {
    String tag = answer.getHeader(HttpHeaders.ETAG);
    return isRead(request, answer)
        && tag != null
        && EntityTags.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag);
  }

  /// Tags the answer; ends it with the body, or without where the client has it.
  static void end(
      HttpServerRequest request, HttpServerResponse response, io.vertx.core.buffer.Buffer body) {
    String tag = EntityTags.weak(body.getBytes());
    response.putHeader(HttpHeaders.ETAG, tag);
    if (EntityTags.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
      notModified(response);
    } else {
      response.end(body);
    }
  }

  static void notModified(HttpServerResponse response) {
    response.headers().remove(HttpHeaders.CONTENT_LENGTH);
    response.headers().remove(HttpHeaders.CONTENT_TYPE);
    response.setStatusCode(304).end();
  }

  private static boolean isRead(HttpServerRequest request, HttpClientResponse answer) {
    return request.method() == HttpMethod.GET && answer.statusCode() == 200;
  }

  private static boolean isJson(@Nullable String type) {
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  /// JSON that a service streams has no length, and no end that one should wait for.
  private static boolean isShort(@Nullable String length) {
    return length != null && Long.parseLong(length) <= MOST_BYTES;
  }
}
