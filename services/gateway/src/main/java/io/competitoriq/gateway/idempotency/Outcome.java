package io.competitoriq.gateway.idempotency;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a request led to.
///
/// @param headers those that belong to the answer itself
/// @param body null when it was too long to be kept
/// @param retryAfter the header, when the answer invites to try again
public record Outcome(
    int status, Map<String, String> headers, @Nullable Buffer body, @Nullable String retryAfter) {

  /// Headers that are part of an outcome, in lower case.
  public static final Set<String> HEADERS =
      Set.of("content-type", "location", "etag", "cache-control", "content-disposition");

  /// Refusals that say nothing about the request: it was not looked at.
  private static final Set<Integer> UNDECIDED = Set.of(401, 408, 425, 429);

  public Outcome {
    headers = Map.copyOf(headers);
  }

  /// Whether the request was decided, so that its repeat must get the same. A failure of ours was
  /// not, nor what invites to try again.
  boolean isDecided() {
    return status >= 200 && status < 500 && retryAfter == null && !UNDECIDED.contains(status);
  }

  /// The same without a body that is too long to be kept.
  Outcome within(int bodyLimit) {
    return body == null || body.length() <= bodyLimit
        ? this
        : new Outcome(status, headers, null, retryAfter);
  }

  /// Answers with it.
  public void write(HttpServerResponse response) {
    response.setStatusCode(status);
    headers.forEach(response::putHeader);
    if (retryAfter != null) {
      response.putHeader(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    if (body == null || body.length() == 0) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
