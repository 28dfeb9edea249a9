package io.competitoriq.analysis.offer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.AnswerRule;
import io.competitoriq.analysis.model.Availability;
import io.competitoriq.analysis.model.Feature;
import io.competitoriq.analysis.model.Inquiries;
import io.competitoriq.analysis.model.LanguageModel;
import io.competitoriq.analysis.model.ModelConfig;
import io.competitoriq.analysis.model.ModelFailure;
import io.competitoriq.analysis.model.ModelQuestion;
import io.competitoriq.analysis.model.ModelReply;
import io.competitoriq.analysis.model.PromptFile;
import io.competitoriq.analysis.model.Purpose;
import io.competitoriq.messages.ReadOffer;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.ServiceTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks the model for the offers of a document. Every expected failure is an outcome.
@ApplicationScoped
public class OfferReader {

  private static final UUID NOBODY = new UUID(0, 0);
  private static final int GONE = 404;
  private static final int PROMPT_VERSION = 1;
  private static final String SCHEMA_NAME = "offer_reading";

  private final DocumentClient documents;
  private final ServiceTokens tokens;
  private final LanguageModel model;
  private final Inquiries inquiries;
  private final ModelConfig config;
  private final ObjectMapper json;
  private final Vertx vertx;

  OfferReader(
      @RestClient DocumentClient documents,
      ServiceTokens tokens,
      LanguageModel model,
      Inquiries inquiries,
      ModelConfig config,
      ObjectMapper json,
      Vertx vertx) {
    this.documents = documents;
    this.tokens = tokens;
    this.model = model;
    this.inquiries = inquiries;
    this.config = config;
    this.json = json;
    this.vertx = vertx;
  }

  /// One question at most; answers from the cache cost none.
  public Uni<Outcome> read(UUID workspaceId, UUID documentId) {
    if (!(model.availability() instanceof Availability.Ready ready)) {
      return Uni.createFrom().item(new Outcome.Nothing("no language model is configured"));
    }
    String bearer = "Bearer " + tokens.issue(workspaceId, NOBODY, Role.VIEWER);
    return documents
        .document(bearer, documentId)
        .chain(page -> onWorker(() -> Passages.of(page, config.maxInputChars())))
        .chain(passages -> ask(workspaceId, passages, ready.model()))
        .onFailure(OfferReader::isGone)
        .recoverWithItem(new Outcome.Nothing("the document is gone"));
  }

  private static boolean isGone(Throwable failure) {
    return failure instanceof WebApplicationException answer
        && answer.getResponse().getStatus() == GONE;
  }

  private Uni<Outcome> ask(UUID workspaceId, Passages passages, String name) {
    if (passages.count() == 0) {
      return Uni.createFrom().item(new Outcome.Nothing("no passage fits into one question"));
    }
    var purpose =
        new Purpose(workspaceId, Feature.EXTRACTION, null, PROMPT_VERSION, passages.hash());
    return inquiries
        .known(purpose, name)
        .chain(
            known ->
                known
                    .map(answer -> onWorker(() -> done(answer, name)))
                    .orElseGet(() -> ask(purpose, passages, name)));
  }

  private Uni<Outcome> ask(Purpose purpose, Passages passages, String name) {
    PromptFile prompt = PromptFile.read("offer-reading", PROMPT_VERSION, json);
    var question =
        new ModelQuestion(prompt.instructions(), passages.text(), SCHEMA_NAME, prompt.schema());
    return inquiries
        .ask(purpose, question, this::flaw)
        .chain(reply -> onWorker(() -> outcome(reply, name)));
  }

  private Optional<AnswerRule.Flaw> flaw(JsonNode answer) {
    return OfferAnswer.read(answer, json).isPresent()
        ? Optional.empty()
        : Optional.of(new AnswerRule.Flaw(ModelFailure.INVALID_OUTPUT, ""));
  }

  private Outcome outcome(ModelReply reply, String name) {
    return switch (reply) {
      case ModelReply.Answered answered -> done(answered.answer(), name);
      case ModelReply.Unusable unusable -> new Outcome.Nothing(unusable.failure().sentence());
      case ModelReply.Later later -> new Outcome.Later(later.reason(), later.after());
      case ModelReply.Unaffordable dear ->
          dear.after()
              .<Outcome>map(after -> new Outcome.Paused(dear.reason(), after))
              .orElseGet(() -> new Outcome.Nothing(dear.reason()));
      case ModelReply.Paused paused -> new Outcome.Paused(paused.reason(), paused.after());
    };
  }

  private Outcome done(JsonNode answer, String name) {
    return OfferAnswer.read(answer, json)
        .<Outcome>map(read -> new Outcome.Read(name, PROMPT_VERSION, read.sensible()))
        .orElseGet(() -> new Outcome.Nothing(ModelFailure.INVALID_OUTPUT.sentence()));
  }

  private <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
  }

  /// What came of asking.
  public sealed interface Outcome {

    /// The page was read; it may make no offer.
    record Read(String model, int promptVersion, List<ReadOffer> offers) implements Outcome {
      public Read {
        offers = List.copyOf(offers);
      }
    }

    /// The page stays unread, and asking again would not help.
    record Nothing(String reason) implements Outcome {}

    /// The model may well answer later.
    record Later(String reason, Optional<Duration> after) implements Outcome {}

    /// The model is not asked at the moment.
    record Paused(String reason, Duration after) implements Outcome {}
  }
}
