package io.competitoriq.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expected refusal: becomes a [Problem], is not logged as a bug.
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final transient List<Problem.FieldError> errors;
  private final @Nullable Duration retryAfter;
  private final @Nullable String entityTag;

  public ProblemException(int status, String type, String detail) {
    this(status, type, detail, List.of(), null);
  }

  /// @param type the name behind `urn:ciq:problem:`
  /// @param retryAfter when trying again makes sense, null when it does not
  public ProblemException(
      int status,
      String type,
      String detail,
      List<Problem.FieldError> errors,
      @Nullable Duration retryAfter) {
    this(status, type, detail, errors, retryAfter, null);
  }

  private ProblemException(
      int status,
      String type,
      String detail,
      List<Problem.FieldError> errors,
      @Nullable Duration retryAfter,
      @Nullable String entityTag) {
    super(detail, null, false, false);
    this.status = status;
    this.type = type;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
    this.entityTag = entityTag;
  }

  /// A refusal that tells the current state's tag.
  static ProblemException tagged(int status, String type, String detail, String entityTag) {
    return new ProblemException(status, type, detail, List.of(), null, entityTag);
  }

  public int status() {
    return status;
  }

  /// The name behind `urn:ciq:problem:`.
  public String type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Problem.FieldError> errors() {
    return errors;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /// The current state's `ETag`, where the refusal is about it.
  public @Nullable String entityTag() {
    return entityTag;
  }
}
