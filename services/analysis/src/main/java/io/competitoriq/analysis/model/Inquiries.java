package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.flags.FlaggedJobs;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Asks the model for a purpose and keeps what each call cost, in transactions of its own: what was
/// paid for is known even when the job that asked comes to nothing. Only an answer that keeps the
/// purpose's rule is kept as an answer, so no failure is ever served again.
@ApplicationScoped
public class Inquiries {

  /// An answer that was cut off gets this much more room, once.
  private static final int LARGER = 2;

  private final LanguageModel model;
  private final ModelCalls calls;
  private final Spending spending;
  private final ModelSwitches switches;
  private final ModelTraits traits;
  private final ModelMetrics metrics;
  private final ModelConfig config;
  private final WorkspaceTransactions transactions;
  private final ObjectMapper json;
  private final Vertx vertx;

  Inquiries(
      LanguageModel model,
      ModelCalls calls,
      Spending spending,
      ModelSwitches switches,
      ModelTraits traits,
      ModelMetrics metrics,
      ModelConfig config,
      WorkspaceTransactions transactions,
      ObjectMapper json,
      Vertx vertx) {
    this.model = model;
    this.calls = calls;
    this.spending = spending;
    this.switches = switches;
    this.traits = traits;
    this.metrics = metrics;
    this.config = config;
    this.transactions = transactions;
    this.json = json;
    this.vertx = vertx;
  }

  /// What the model answered to the same input before.
  public Uni<Optional<JsonNode>> known(Purpose purpose, String modelName) {
    return transactions
        .in(
            purpose.workspaceId(),
            tx ->
                switches
                    .isOn(tx, purpose.workspaceId())
                    .chain(
                        on ->
                            on
                                ? calls.findAnswer(purpose, modelName, traits.paramsOf(modelName))
                                : Uni.createFrom().item(Optional.empty())))
        .map(answer -> answer.map(json::valueToTree));
  }

  /// One call, or two when the first answer was cut off.
  public Uni<ModelReply> ask(Purpose purpose, ModelQuestion question, AnswerRule rule) {
    int room = room(config.maxOutputTokens());
    int larger = room(config.maxOutputTokens() * LARGER);
    return call(purpose, question, rule, room)
        .chain(
            reply ->
                isTruncated(reply) && larger > room
                    ? call(purpose, question, rule, larger)
                        .map(second -> unlessTooDear(second, reply))
                    : Uni.createFrom().item(reply));
  }

  /// Without money for the larger try, the first one is the result.
  private static ModelReply unlessTooDear(ModelReply second, ModelReply first) {
    return second instanceof ModelReply.Unaffordable ? first : second;
  }

  private Uni<ModelReply> call(
      Purpose purpose, ModelQuestion question, AnswerRule rule, int maxOutputTokens) {
    if (!(model.availability() instanceof Availability.Ready ready)) {
      return model.ask(question, maxOutputTokens);
    }
    Optional<String> stopped = switches.stopped(purpose.workspaceId());
    if (stopped.isPresent()) {
      return Uni.createFrom().item(new ModelReply.Paused(FlaggedJobs.SLEEP, stopped.get()));
    }
    long most = traits.priceOf(ready.model()).most(question, maxOutputTokens);
    return transactions
        .in(purpose.workspaceId(), tx -> reserve(tx, purpose, ready.model(), most))
        .chain(
            reservation ->
                model
                    .ask(question, maxOutputTokens)
                    .chain(reply -> judged(reply, rule))
                    .call(reply -> settle(purpose, reservation, reply, most))
                    .invoke(reply -> metrics.cost(ready.model(), costOf(reply, most))))
        .onFailure(OverBudget.class)
        .recoverWithItem(failure -> ((OverBudget) failure).reply())
        .onFailure(SwitchedOff.class)
        .recoverWithItem(() -> switchedOff(ready.model()))
        .invoke(metrics::called);
  }

  private Uni<UUID> reserve(Mutiny.Session tx, Purpose purpose, String modelName, long most) {
    return switches
        .isOn(tx, purpose.workspaceId())
        .chain(
            on ->
                on
                    ? spending.reserve(tx, purpose, modelName, most)
                    : Uni.createFrom().failure(new SwitchedOff()));
  }

  private static ModelReply switchedOff(String modelName) {
    var silent = new ModelUsage(modelName, null, null, ModelUsage.Tokens.NONE, Duration.ZERO, null);
    return new ModelReply.Unusable(
        ModelFailure.SWITCHED_OFF, ModelFailure.SWITCHED_OFF.sentence(), silent);
  }

  private Uni<Void> settle(Purpose purpose, UUID reservation, ModelReply reply, long most) {
    long cost = costOf(reply, most);
    return transactions.in(
        purpose.workspaceId(),
        tx ->
            spending
                .settle(tx, reservation, OptionalLong.of(cost))
                .chain(
                    open ->
                        open.isPresent()
                            ? calls.record(purpose, reply, cost)
                            : Uni.createFrom().voidItem()));
  }

  /// Ends a call nobody saw the end of; it counts as the most it can have cost.
  Uni<Void> assumeCharged(UUID workspaceId, UUID reservation) {
    return transactions.in(
        workspaceId,
        tx ->
            spending
                .settle(tx, reservation, OptionalLong.empty())
                .chain(
                    open ->
                        open.map(calls::recordLost).orElseGet(() -> Uni.createFrom().voidItem())));
  }

  /// What was not seen counts as the most it can be.
  private long costOf(ModelReply reply, long most) {
    return switch (reply) {
      case ModelReply.Answered answered -> billed(answered.usage(), most);
      case ModelReply.Unusable unusable -> billed(unusable.usage(), most);
      case ModelReply.Later later -> later.trouble().isCostUnknown() ? most : 0;
      case ModelReply.Paused _, ModelReply.Unaffordable _ -> 0;
    };
  }

  private long billed(ModelUsage usage, long most) {
    boolean done = Objects.equals(usage.httpStatus(), 200);
    if (!done) {
      return 0;
    }
    return usage.tokens().equals(ModelUsage.Tokens.NONE)
        ? most
        : traits.priceOf(usage.model()).of(usage.tokens());
  }

  private int room(int tokens) {
    return model.availability() instanceof Availability.Ready ready
        ? traits.room(ready.model(), tokens)
        : tokens;
  }

  private Uni<ModelReply> judged(ModelReply reply, AnswerRule rule) {
    return reply instanceof ModelReply.Answered answered
        ? Uni.createFrom()
            .completionStage(
                () -> vertx.executeBlocking(() -> judge(answered, rule), false).toCompletionStage())
        : Uni.createFrom().item(reply);
  }

  /// The reply, unless its answer breaks the rule. Work for a worker thread.
  public static ModelReply judge(ModelReply reply, AnswerRule rule) {
    return reply instanceof ModelReply.Answered answered ? judge(answered, rule) : reply;
  }

  /// An answer that was paid for before, as a reply.
  public static ModelReply served(JsonNode answer, String modelName) {
    var free = new ModelUsage(modelName, null, null, ModelUsage.Tokens.NONE, Duration.ZERO, null);
    return new ModelReply.Answered(answer, free);
  }

  private static ModelReply judge(ModelReply.Answered answered, AnswerRule rule) {
    return rule.flawOf(answered.answer())
        .<ModelReply>map(
            flaw -> new ModelReply.Unusable(flaw.failure(), flaw.detail(), answered.usage()))
        .orElse(answered);
  }

  private static boolean isTruncated(ModelReply reply) {
    return reply instanceof ModelReply.Unusable unusable
        && unusable.failure() == ModelFailure.TRUNCATED;
  }
}
