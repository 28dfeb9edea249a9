package io.competitoriq.crawl.retention;

import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.ServiceTokens;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks process which snapshots something was read from.
@ApplicationScoped
class Citations {
  /// Most snapshots in one question.
  static final int MOST = 500;

  private static final UUID NOBODY = new UUID(0, 0);

  private final CitationClient process;
  private final ServiceTokens tokens;
  private final TypedGuard<Uni<Cited>> guard;

  Citations(@RestClient CitationClient process, ServiceTokens tokens, RetentionConfig config) {
    this.process = process;
    this.tokens = tokens;
    this.guard = guard(config);
  }

  /// Each question once more when it gets no answer; none at all for a while when none is answered.
  private static TypedGuard<Uni<Cited>> guard(RetentionConfig config) {
    return TypedGuard.create(new TypeLiteral<Uni<Cited>>() {})
        .withDescription("process")
        .withTimeout()
        .duration(config.answerWithin().toMillis(), ChronoUnit.MILLIS)
        .done()
        .withRetry()
        .maxRetries(1)
        .delay(config.answerWithin().toMillis() / 10, ChronoUnit.MILLIS)
        .abortOn(CircuitBreakerOpenException.class)
        .done()
        .withCircuitBreaker()
        .requestVolumeThreshold(config.breakerCalls())
        .failureRatio(0.5)
        .delay(config.breakerPause().toMillis(), ChronoUnit.MILLIS)
        .done()
        .build();
  }

  /// Fails with [NoAnswer] when there is none; then nothing is known of any of them.
  ///
  /// @param snapshotIds at most [#MOST]
  Uni<Cited> of(UUID workspaceId, List<UUID> snapshotIds) {
    return snapshotIds.isEmpty()
        ? Uni.createFrom().item(new Cited(List.of(), List.of()))
        : guard.get(() -> ask(workspaceId, snapshotIds)).onFailure().transform(NoAnswer::new);
  }

  private Uni<Cited> ask(UUID workspaceId, List<UUID> snapshotIds) {
    return process.cited(
        "Bearer " + tokens.issue(workspaceId, NOBODY, Role.VIEWER),
        new CitationClient.Question(snapshotIds));
  }

  /// Process was not reached, took too long, or answered with something else.
  static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NoAnswer(Throwable cause) {
      super("process does not say what it cites: " + cause, cause);
    }
  }
}
