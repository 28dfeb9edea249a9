package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

/// One service's contribution to a view: there, or missing for a reason that people can read.
sealed interface Part {

  Logger LOG = Logger.getLogger(Part.class);

  /// What the view calls it.
  String name();

  record Present(String name, JsonNode value) implements Part {}

  /// @param status the service's answer, 0 when there was none
  record Missing(String name, String reason, int status) implements Part {}

  /// Reads a part; a failure of the service is a missing part, never a failure of the view.
  static Uni<Part> read(String name, String service, Uni<JsonNode> answer) {
    return answer
        .<Part>map(value -> new Present(name, value))
        .onFailure()
        .recoverWithItem(failure -> missing(name, service, failure));
  }

  /// Reads several parts with one question: they are the members of the answer that have their
  /// names.
  static Uni<List<Part>> read(List<String> names, String service, Uni<JsonNode> answer) {
    return answer
        .<List<Part>>map(
            value -> names.stream().<Part>map(name -> new Present(name, value.path(name))).toList())
        .onFailure()
        .recoverWithItem(
            failure -> names.stream().map(name -> missing(name, service, failure)).toList());
  }

  private static Part missing(String name, String service, Throwable failure) {
    LOG.warnf("part missing part=%s service=%s error=%s", name, service, failure.toString());
    if (failure instanceof WebApplicationException answered) {
      int status = answered.getResponse().getStatus();
      return new Missing(
          name, "The %s service answered with status %d.".formatted(service, status), status);
    }
    String reason =
        failure instanceof TimeoutException
            ? "The %s service did not answer in time.".formatted(service)
            : "The %s service is not available.".formatted(service);
    return new Missing(name, reason, 0);
  }
}
