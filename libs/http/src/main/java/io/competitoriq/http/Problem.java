package io.competitoriq.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one shape of an error (RFC 9457).
///
/// @param type stable name, `urn:ciq:problem:<name>`
/// @param detail what is wrong and how to mend it, for a person
/// @param traceId what to search the logs for
/// @param errors what is wrong field by field, where that is known
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    String traceId,
    @Nullable List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";
  public static final String TYPE_PREFIX = "urn:ciq:problem:";

  /// What is wrong with one field of a request.
  ///
  /// @param field its name; in a document a JSON pointer
  /// @param line of the document, from 1; null where there are no lines
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldError(String field, String message, @Nullable Integer line) {

    public FieldError(String field, String message) {
      this(field, message, null);
    }
  }
}
