package io.competitoriq.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.http.Problem;
import io.competitoriq.http.ProblemException;
import io.competitoriq.telemetry.TraceContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;

/// Answers with a problem where no resource method runs that could throw one.
@ApplicationScoped
public class ProblemWriter {

  private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

  private final ObjectMapper json;

  public ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  /// Writes the refusal, or a 500 that tells nothing for a failure that is none.
  public void write(RoutingContext request, Throwable failure) {
    if (failure instanceof ProblemException refusal) {
      write(request, refusal);
      return;
    }
    LOG.errorf(failure, "unexpected failure path=%s", request.normalizedPath());
    write(
        request,
        new ProblemException(
            500,
            "internal-error",
            "Something went wrong on our side; the trace id finds it in the logs."));
  }

  private void write(RoutingContext request, ProblemException refusal) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended() || response.headWritten()) {
      response.reset();
      return;
    }
    // What is left of a body nobody wants, or the connection could not be used again.
    request.request().resume();
    response.setStatusCode(refusal.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var retryAfter = refusal.retryAfter();
    if (retryAfter != null) {
      response.putHeader(
          HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
    }
    response.end(body(problem(request, refusal)));
  }

  private static Problem problem(RoutingContext request, ProblemException refusal) {
    Status status = Status.fromStatusCode(refusal.status());
    return new Problem(
        Problem.TYPE_PREFIX + refusal.type(),
        status == null ? "Refused" : status.getReasonPhrase(),
        refusal.status(),
        refusal.detail(),
        request.normalizedPath(),
        TraceContext.current().traceId(),
        refusal.errors().isEmpty() ? null : refusal.errors());
  }

  private String body(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a problem is plain text and numbers", impossible);
    }
  }
}
