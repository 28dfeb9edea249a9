package io.competitoriq.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.competitoriq.telemetry.TraceContext;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Every failure leaves as a [Problem]: expected ones with their own words, framework ones with
/// their status, bugs with a trace id and nothing else.
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private static final ProblemException UNREACHABLE =
      Problems.unavailable(
          "database-unavailable",
          "The database cannot be reached right now; nothing was changed. Try again in a moment.",
          Duration.ofSeconds(5));

  @ServerExceptionMapper
  RestResponse<Problem> expected(ProblemException refusal, UriInfo uri) {
    var response =
        answer(refusal.status(), refusal.type(), refusal.detail(), uri, refusal.errors());
    var retryAfter = refusal.retryAfter();
    if (retryAfter != null) {
      response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
    }
    var entityTag = refusal.entityTag();
    if (entityTag != null) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, entityTag);
    }
    return response;
  }

  @ServerExceptionMapper
  RestResponse<Problem> invalid(ResteasyReactiveViolationException invalid, UriInfo uri) {
    var errors =
        invalid.getConstraintViolations().stream()
            .map(v -> new Problem.FieldError(field(v), v.getMessage()))
            .sorted(java.util.Comparator.comparing(Problem.FieldError::field))
            .toList();
    String detail =
        errors.stream().map(e -> e.field() + " " + e.message()).collect(Collectors.joining("; "));
    return answer(400, "request-invalid", detail, uri, errors);
  }

  @ServerExceptionMapper
  RestResponse<Problem> mismatched(MismatchedInputException mismatch, UriInfo uri) {
    String path =
        mismatch.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
            .collect(Collectors.joining("."));
    String field = path.isEmpty() ? "body" : path;
    String message = "has a value of the wrong kind";
    return answer(
        400,
        "request-invalid",
        field + " " + message + ".",
        uri,
        List.of(new Problem.FieldError(field, message)));
  }

  @ServerExceptionMapper
  RestResponse<Problem> unauthorized(UnauthorizedException refused, UriInfo uri) {
    return signInRequired(uri);
  }

  @ServerExceptionMapper
  RestResponse<Problem> authenticationFailed(AuthenticationFailedException refused, UriInfo uri) {
    return signInRequired(uri);
  }

  @ServerExceptionMapper
  RestResponse<Problem> forbidden(ForbiddenException refused, UriInfo uri) {
    return answer(
        403, "role-required", "Your role does not allow this; ask an admin.", uri, List.of());
  }

  @ServerExceptionMapper
  RestResponse<Problem> notFound(NotFoundException missing, UriInfo uri) {
    return answer(404, "not-found", "There is nothing at this address.", uri, List.of());
  }

  @ServerExceptionMapper
  RestResponse<Problem> framework(WebApplicationException failure, UriInfo uri) {
    int status = failure.getResponse().getStatus();
    if (status >= 500) {
      return bug(failure, uri);
    }
    if (failure.getCause() instanceof JsonProcessingException) {
      return answer(400, "json-invalid", "The body is not valid JSON.", uri, List.of());
    }
    return answer(status, typeOf(status), detailOf(status), uri, List.of());
  }

  @ServerExceptionMapper
  RestResponse<Problem> bug(Throwable failure, UriInfo uri) {
    if (isUnreachable(failure)) {
      return expected(UNREACHABLE, uri);
    }
    Optional<ProblemException> known = StorageRefusals.of(failure);
    if (known.isPresent()) {
      return expected(known.get(), uri);
    }
    LOG.error("unexpected failure path=" + uri.getPath(), failure);
    return answer(
        500,
        "internal-error",
        "Something went wrong on our side; the trace id finds it in the logs.",
        uri,
        List.of());
  }

  /// Whether the database, or whatever else stands behind this service, cannot be connected to.
  private static boolean isUnreachable(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(ConnectException.class::isInstance);
  }

  private static RestResponse<Problem> signInRequired(UriInfo uri) {
    return answer(401, "sign-in-required", "Sign in and try again.", uri, List.of());
  }

  private static RestResponse<Problem> answer(
      int status, String type, String detail, UriInfo uri, List<Problem.FieldError> errors) {
    var reason = jakarta.ws.rs.core.Response.Status.fromStatusCode(status);
    var problem =
        new Problem(
            Problem.TYPE_PREFIX + type,
            reason == null ? "Refused" : reason.getReasonPhrase(),
            status,
            detail,
            uri.getPath(),
            TraceContext.current().traceId(),
            nullIfEmpty(errors));
    return RestResponse.ResponseBuilder.<Problem>create(status)
        .entity(problem)
        .type(Problem.MEDIA_TYPE)
        .build();
  }

  private static @Nullable List<Problem.FieldError> nullIfEmpty(List<Problem.FieldError> errors) {
    return errors.isEmpty() ? null : errors;
  }

  /// The last part of `method.parameter.field`.
  private static String field(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    String[] parts = path.split("\\.", 3);
    return parts.length == 3 ? parts[2] : parts[parts.length - 1];
  }

  private static String typeOf(int status) {
    return switch (status) {
      case 400 -> "request-invalid";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 413 -> "body-too-large";
      case 415 -> "media-type-unsupported";
      default -> "refused";
    };
  }

  private static String detailOf(int status) {
    return switch (status) {
      case 400 -> "The request cannot be understood.";
      case 405 -> "This address does not take that method.";
      case 406 -> "Only application/json is served here.";
      case 413 -> "The body is larger than allowed.";
      case 415 -> "Send the body as application/json.";
      default -> "The request was refused.";
    };
  }
}
