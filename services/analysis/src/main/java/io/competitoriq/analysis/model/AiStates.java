package io.competitoriq.analysis.model;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts together how the language model is doing.
@ApplicationScoped
class AiStates {

  private static final String LAST_FAILURE =
      "select outcome, http_status, created_at from model_call where outcome <> 'ANSWERED'"
          + " order by created_at desc, id desc limit 1";
  private static final String LAST_ANSWER =
      "select max(created_at) from model_call where outcome = 'ANSWERED'";

  private final LanguageModel model;
  private final ModelSwitches switches;
  private final ModelConfig config;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  AiStates(
      LanguageModel model,
      ModelSwitches switches,
      ModelConfig config,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.model = model;
    this.switches = switches;
    this.config = config;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// What the workspace itself knows.
  private record Known(boolean enabled, List<Object[]> failures, List<Object[]> answers) {}

  Uni<AiState> of(UUID workspaceId) {
    return known(workspaceId)
        .chain(
            known -> model.resting().map(paused -> state(workspaceId, known, paused.orElse(null))));
  }

  private Uni<Known> known(UUID workspaceId) {
    return transactions.in(
        workspaceId,
        tx ->
            switches
                .isOn(tx, workspaceId)
                .chain(
                    on ->
                        SessionSql.of(tx)
                            .select(LAST_FAILURE)
                            .chain(
                                failures ->
                                    SessionSql.of(tx)
                                        .select(LAST_ANSWER)
                                        .map(answers -> new Known(on, failures, answers)))));
  }

  private AiState state(UUID workspaceId, Known known, ModelReply.@Nullable Paused paused) {
    Availability availability = model.availability();
    Optional<Availability.Ready> ready =
        availability instanceof Availability.Ready there ? Optional.of(there) : Optional.empty();
    Instant now = clock.instant();
    return new AiState(
        ready.isPresent(),
        known.enabled,
        switches.stopped(workspaceId).isPresent(),
        ready.map(Availability.Ready::model).orElse(null),
        ready.map(there -> there.baseUrl().toString()).orElse(null),
        reason(availability, switches.objection(workspaceId, known.enabled)),
        ready.isPresent() && config.batch().enabled(),
        paused == null ? null : new AiState.RestView(now.plus(paused.after()), paused.reason()),
        known.failures.stream().findFirst().map(AiStates::failure).orElse(null),
        known.answers.stream().findFirst().map(row -> instant(row[0])).orElse(null));
  }

  private static String reason(Availability availability, Optional<String> objection) {
    return switch (availability) {
      case Availability.Absent absent -> absent.reason();
      case Availability.Ready ready -> objection.orElseGet(() -> ready.model() + " is asked.");
    };
  }

  private static AiState.FailureView failure(Object[] row) {
    Integer status = row[1] == null ? null : ((Number) row[1]).intValue();
    return new AiState.FailureView((String) row[0], status, ((OffsetDateTime) row[2]).toInstant());
  }

  private static @Nullable Instant instant(@Nullable Object at) {
    return at == null ? null : ((OffsetDateTime) at).toInstant();
  }
}
