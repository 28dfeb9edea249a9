package io.competitoriq.analysis.factbook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What analysis asks the service that reads pages: reading only, nothing is written there.
@RegisterRestClient(configKey = "process")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
@CircuitBreaker(requestVolumeThreshold = 10, delay = 5000, skipOn = WebApplicationException.class)
interface FactClient {

  @GET
  @Path("/facts")
  @Timeout(2000)
  @Retry(
      maxRetries = 1,
      delay = 100,
      abortOn = {CircuitBreakerOpenException.class, WebApplicationException.class})
  Uni<FactPage> facts(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @RestQuery UUID competitorId,
      @RestQuery FactKind kind,
      @RestQuery boolean current,
      @RestQuery @Nullable String cursor,
      @RestQuery int limit);

  @GET
  @Path("/documents/{id}")
  @Timeout(2000)
  @Retry(
      maxRetries = 1,
      delay = 100,
      abortOn = {CircuitBreakerOpenException.class, WebApplicationException.class})
  Uni<DocumentText> document(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestPath UUID id);

  default String trace() {
    return TraceContext.current().toHeader();
  }

  /// One page of facts.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record FactPage(List<FactRow> items, @Nullable String nextCursor) {}

  /// What is read of a fact.
  ///
  /// @param status `ACCEPTED`, `PROPOSED` (its quote was not found), `OVERRIDDEN`
  @JsonIgnoreProperties(ignoreUnknown = true)
  record FactRow(
      UUID id,
      UUID lineageId,
      FactKind kind,
      String subject,
      String field,
      FactValue value,
      Instant validFrom,
      Instant recordedAt,
      String status,
      @Nullable String link,
      List<Evidence> evidence,
      @Nullable Said override) {}

  /// What a person says a fact is.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Said(FactValue value) {}

  /// What is read of a document.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record DocumentText(UUID id, URI url, Instant fetchedAt, String text) {}
}
