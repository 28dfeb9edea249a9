package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.egress.Egress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The provider's Batch API: `POST /files`, `POST /batches`, `GET /batches/{id}`, `POST
/// /batches/{id}/cancel`, `GET /files/{id}/content`. Source: openai-openapi 2.3.0, schemas Batch
/// and BatchRequestInput. Every address passes the egress guard; redirects are not followed.
@ApplicationScoped
public class ModelBatches {

  private static final int ANSWER = 1 << 20;

  /// Five hundred answers of the most tokens, with room to spare.
  private static final int FILE = 64 << 20;

  /// Under which a batch is found again when we died before we saw its id.
  private static final String OURS = "ciq_batch";

  private final LanguageModel model;
  private final ModelConfig config;
  private final ModelTraits traits;
  private final BatchTransport transport;
  private final ObjectMapper json;
  private final Clock clock;

  ModelBatches(
      LanguageModel model,
      ModelConfig config,
      ModelTraits traits,
      Egress egress,
      ObjectMapper json,
      Clock clock) {
    this.model = model;
    this.config = config;
    this.traits = traits;
    this.transport = new BatchTransport(egress, config, json, clock);
    this.json = json;
    this.clock = clock;
  }

  /// Whether batches can be made at all, in a sentence when not.
  public Optional<String> unavailable() {
    return switch (model.availability()) {
      case Availability.Absent absent -> Optional.of(absent.reason());
      case Availability.Ready _ ->
          config.batch().enabled()
              ? Optional.empty()
              : Optional.of("Batches are switched off (CIQ_ANALYSIS_MODEL_BATCH_ENABLED=false).");
    };
  }

  /// The model's id at the API.
  public String modelName() {
    return ready().model();
  }

  /// One line of a batch's file.
  ///
  /// @param id names the answer that belongs to it
  public String line(String id, ModelQuestion question) {
    var settings = new Dialect.Settings(room(), traits.reasoningEffort(modelName()));
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("custom_id", id).put("method", "POST").put("url", endpoint());
    line.set("body", dialect().request(modelName(), question, settings));
    return line + "\n";
  }

  /// Most micro-USD a question can cost in a batch.
  public long most(ModelQuestion question) {
    return share(traits.priceOf(modelName()).most(question, room()));
  }

  /// What something costs in a batch that costs that much by itself.
  public long batchPrice(long micros) {
    return share(micros);
  }

  /// False when calls count as free, because the model has no prices.
  public boolean isPriced() {
    return !traits.priceOf(modelName()).isFree();
  }

  /// What an answer cost in a batch; the most it can be where the provider does not tell.
  long costOf(ModelReply reply, ModelQuestion question) {
    ModelUsage usage =
        switch (reply) {
          case ModelReply.Answered answered -> answered.usage();
          case ModelReply.Unusable unusable -> unusable.usage();
          case ModelReply.Later later -> later.usage();
          case ModelReply.Paused _, ModelReply.Unaffordable _ ->
              new ModelUsage(modelName(), null, null, ModelUsage.Tokens.NONE, Duration.ZERO, null);
        };
    if (usage.httpStatus() == null || usage.httpStatus() != 200) {
      return 0;
    }
    return usage.tokens().equals(ModelUsage.Tokens.NONE)
        ? most(question)
        : share(traits.priceOf(modelName()).of(usage.tokens()));
  }

  /// Hands the lines over and begins the batch; one that was begun before under that id is taken up
  /// instead.
  public Uni<BatchReply<ProviderBatch>> begin(UUID id, String lines) {
    return find(id)
        .chain(
            found ->
                switch (found) {
                  case BatchReply.Got<Optional<ProviderBatch>>(Optional<ProviderBatch> known)
                      when known.isPresent() ->
                      answer(new BatchReply.Got<>(known.get()));
                  case BatchReply.Got<Optional<ProviderBatch>> _ -> uploaded(id, lines);
                  case BatchReply.NotNow<Optional<ProviderBatch>>(var reason, var after) ->
                      answer(new BatchReply.NotNow<>(reason, after));
                  // A server that lists no batches may still make one.
                  case BatchReply.Never<Optional<ProviderBatch>> _ -> uploaded(id, lines);
                });
  }

  public Uni<BatchReply<ProviderBatch>> look(String providerId) {
    return transport.send(
        transport.get(ready().baseUrl(), "/batches/" + BatchTransport.segment(providerId), ANSWER),
        this::batch);
  }

  /// Asks the provider to stop; what it has answered by then is kept.
  public Uni<BatchReply<ProviderBatch>> cancel(String providerId) {
    return transport.send(
        transport.post(
            ready().baseUrl(), "/batches/" + BatchTransport.segment(providerId) + "/cancel", "{}"),
        this::batch);
  }

  /// A file of answers, line by line.
  public Uni<BatchReply<String>> content(String fileId) {
    return transport.send(
        transport.get(
            ready().baseUrl(), "/files/" + BatchTransport.segment(fileId) + "/content", FILE),
        text -> text);
  }

  /// Reads one line of an output or error file as if it had come by itself.
  ///
  /// @param line JSON
  public ModelReply read(JsonNode line) {
    JsonNode response = line.path("response");
    JsonNode body = response.path("body");
    int status = response.path("status_code").asInt(0);
    if (status == 0) {
      var silent =
          new ModelUsage(modelName(), null, null, ModelUsage.Tokens.NONE, Duration.ZERO, null);
      String said = line.path("error").path("message").asText("The provider did not answer it.");
      return new ModelReply.Unusable(ModelFailure.REJECTED, BatchTransport.cut(said), silent);
    }
    var headers = Map.of("x-request-id", response.path("request_id").asText(""));
    return new ApiAnswer(
            json,
            dialect(),
            modelName(),
            status,
            headers,
            body.toString(),
            Duration.ZERO,
            clock.instant())
        .read();
  }

  private Uni<BatchReply<Optional<ProviderBatch>>> find(UUID id) {
    return transport
        .send(transport.get(ready().baseUrl(), "/batches?limit=100", ANSWER << 2), text -> text)
        .map(
            listed ->
                switch (listed) {
                  case BatchReply.Got<String>(String text) -> new BatchReply.Got<>(ours(id, text));
                  case BatchReply.NotNow<String>(var reason, var after) ->
                      new BatchReply.NotNow<>(reason, after);
                  case BatchReply.Never<String>(var reason) -> new BatchReply.Never<>(reason);
                });
  }

  private Optional<ProviderBatch> ours(UUID id, String listed) {
    for (JsonNode each : transport.tree(listed).path("data")) {
      if (each.path("metadata").path(OURS).asText("").equals(id.toString())) {
        return Optional.of(batch(each));
      }
    }
    return Optional.empty();
  }

  private Uni<BatchReply<ProviderBatch>> uploaded(UUID id, String lines) {
    return transport
        .send(
            transport.upload(ready().baseUrl(), id, lines),
            text -> transport.tree(text).path("id").asText(""))
        .chain(
            file ->
                switch (file) {
                  case BatchReply.Got<String>(String fileId) when !fileId.isEmpty() ->
                      transport.send(
                          transport.post(ready().baseUrl(), "/batches", order(id, fileId)),
                          this::batch);
                  case BatchReply.Got<String> _ ->
                      answer(new BatchReply.Never<>("The provider took the file without an id."));
                  case BatchReply.NotNow<String>(var reason, var after) ->
                      answer(new BatchReply.NotNow<>(reason, after));
                  case BatchReply.Never<String>(var reason) ->
                      answer(new BatchReply.Never<>(reason));
                });
  }

  private String order(UUID id, String fileId) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("input_file_id", fileId).put("endpoint", endpoint()).put("completion_window", "24h");
    order.putObject("metadata").put(OURS, id.toString());
    return order.toString();
  }

  private ProviderBatch batch(String text) {
    return batch(transport.tree(text));
  }

  private static ProviderBatch batch(JsonNode node) {
    JsonNode counts = node.path("request_counts");
    return new ProviderBatch(
        node.path("id").asText(""),
        node.path("status").asText("in_progress"),
        counts.path("completed").asInt(0) + counts.path("failed").asInt(0),
        file(node, "output_file_id"),
        file(node, "error_file_id"),
        BatchTransport.cut(node.path("errors").path("data").path(0).path("message").asText("")));
  }

  private static Optional<String> file(JsonNode node, String field) {
    return Optional.of(node.path(field).asText(""))
        .filter(id -> !id.isEmpty() && !id.equals("null"));
  }

  private Dialect dialect() {
    return traits.api(modelName()) == ModelConfig.Api.CHAT
        ? new ChatDialect()
        : new ResponsesDialect();
  }

  private String endpoint() {
    return ready().baseUrl().getPath() + dialect().path();
  }

  private int room() {
    return traits.room(modelName(), config.maxOutputTokens());
  }

  private long share(long micros) {
    return Math.ceilDiv(micros * config.batch().pricePercent(), 100);
  }

  private Availability.Ready ready() {
    if (model.availability() instanceof Availability.Ready ready) {
      return ready;
    }
    throw new IllegalStateException("no language model is configured");
  }

  private static <T> Uni<BatchReply<T>> answer(BatchReply<T> reply) {
    return Uni.createFrom().item(reply);
  }
}
