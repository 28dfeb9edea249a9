package io.competitoriq.analysis.ask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// What analysis asks the service that keeps documents and facts. A search changes nothing, so it
/// may be asked twice.
@RegisterRestClient(configKey = "process")
@ClientHeaderParam(name = TraceContext.HEADER, value = "{trace}")
interface SearchClient {

  @POST
  @Path("/searches")
  @Timeout(3500)
  @Retry(maxRetries = 1, delay = 100, abortOn = WebApplicationException.class)
  @CircuitBreaker(requestVolumeThreshold = 10, delay = 3000, skipOn = WebApplicationException.class)
  Uni<Found> search(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Wanted wanted);

  default String trace() {
    return TraceContext.current().toHeader();
  }

  /// What to look for; see the service's own words.
  record Wanted(
      List<String> terms,
      List<String> factTerms,
      List<UUID> competitorIds,
      List<FactKind> kinds,
      @Nullable Instant from,
      @Nullable Instant to,
      int passages,
      int facts) {}

  /// What was found, best first, and what was looked through.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Found(List<Passage> passages, List<FactHit> facts, boolean cut, Looked coverage) {
    static final Found NOTHING =
        new Found(List.of(), List.of(), false, new Looked(0, 0, 0, null, null));
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Passage(
      UUID competitorId,
      UUID documentId,
      UUID snapshotId,
      String blockId,
      String url,
      String title,
      String path,
      String text,
      int start,
      int end,
      Instant lastSeen,
      int matched,
      int ofTerms,
      double score) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record FactHit(Fact fact, int matched, int ofTerms) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Fact(
      UUID id,
      UUID competitorId,
      FactKind kind,
      String subject,
      String field,
      FactValue value,
      Instant validFrom,
      @Nullable Instant validTo,
      Instant lastSeen,
      double confidence,
      String status,
      List<Evidence> evidence,
      UUID lineageId,
      @Nullable Terms terms,
      @Nullable Override override) {}

  /// What an offer says besides its amount.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Terms(@Nullable String unit, boolean from, @Nullable Integer trialDays) {}

  /// What a person says instead.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Override(FactValue value) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Looked(
      long documents,
      long competitors,
      long sources,
      @Nullable Instant since,
      @Nullable Instant asOf) {}
}
