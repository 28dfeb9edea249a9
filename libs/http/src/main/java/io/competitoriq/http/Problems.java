package io.competitoriq.http;

import java.time.Duration;
import java.util.List;

/// The refusals services use most, by name.
public final class Problems {

  private Problems() {}

  public static ProblemException notFound(String type, String detail) {
    return new ProblemException(404, type, detail);
  }

  public static ProblemException badRequest(String type, String detail) {
    return new ProblemException(400, type, detail);
  }

  /// One field of the request is wrong.
  public static ProblemException badField(String type, String field, String message) {
    return new ProblemException(
        400, type, message, List.of(new Problem.FieldError(field, message)), null);
  }

  public static ProblemException unauthorized(String type, String detail) {
    return new ProblemException(401, type, detail);
  }

  public static ProblemException forbidden(String type, String detail) {
    return new ProblemException(403, type, detail);
  }

  public static ProblemException conflict(String type, String detail) {
    return new ProblemException(409, type, detail);
  }

  /// It was here and will not come back.
  public static ProblemException gone(String type, String detail) {
    return new ProblemException(410, type, detail);
  }

  public static ProblemException unprocessable(String type, String detail) {
    return new ProblemException(422, type, detail);
  }

  public static ProblemException tooMany(String type, String detail, Duration retryAfter) {
    return new ProblemException(429, type, detail, List.of(), retryAfter);
  }

  public static ProblemException unavailable(String type, String detail, Duration retryAfter) {
    return new ProblemException(503, type, detail, List.of(), retryAfter);
  }
}
