package io.competitoriq.analysis.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.competitoriq.egress.Egress;
import io.competitoriq.egress.EgressLimits;
import io.competitoriq.egress.EgressRequest;
import io.competitoriq.egress.EgressResult;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Exchanges of the Batch API with a provider, and what their failures mean.
final class BatchTransport {

  private static final Duration STEP = Duration.ofSeconds(90);
  private static final int ANSWER = 1 << 20;

  private final Egress egress;
  private final ModelConfig config;
  private final ObjectMapper json;
  private final Clock clock;

  BatchTransport(Egress egress, ModelConfig config, ObjectMapper json, Clock clock) {
    this.egress = egress;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /// A file of lines, as a form.
  EgressRequest upload(URI base, UUID id, String lines) {
    String boundary = "ciq-" + id;
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"batch.jsonl\"\r\n"
                + "Content-Type: application/jsonl\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(lines.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    URI uri = URI.create(base + "/files");
    return signed(
        EgressRequest.post(uri, "multipart/form-data; boundary=" + boundary, body.toByteArray()),
        ANSWER);
  }

  EgressRequest post(URI base, String path, String body) {
    URI uri = URI.create(base + path);
    return signed(
        EgressRequest.post(uri, "application/json", body.getBytes(StandardCharsets.UTF_8))
            .atMostOnce(),
        ANSWER);
  }

  /// @param most bytes of the answer
  EgressRequest get(URI base, String path, int most) {
    return signed(EgressRequest.get(URI.create(base + path)), most);
  }

  private EgressRequest signed(EgressRequest request, int most) {
    EgressRequest bounded = request.within(new EgressLimits(most, STEP, 0));
    return config
        .apiKey()
        .filter(key -> !key.isBlank())
        .map(key -> bounded.header("authorization", "Bearer " + key.strip()))
        .orElse(bounded);
  }

  <T> Uni<BatchReply<T>> send(EgressRequest request, Function<String, T> read) {
    return egress.send(request).map(result -> reply(result, read));
  }

  private <T> BatchReply<T> reply(EgressResult result, Function<String, T> read) {
    return switch (result) {
      case EgressResult.Answered answered when answered.status() / 100 == 2 ->
          new BatchReply.Got<>(read.apply(answered.text(StandardCharsets.UTF_8)));
      case EgressResult.Answered answered when mayPass(answered.status()) ->
          new BatchReply.NotNow<>(
              "The provider answered HTTP " + answered.status() + ".",
              new RateLimits(answered.headers()).refused(clock.instant()));
      case EgressResult.Answered answered ->
          new BatchReply.Never<>(
              "The provider answered HTTP "
                  + answered.status()
                  + said(answered.status(), answered.text(StandardCharsets.UTF_8)));
      case EgressResult.Refused refused -> new BatchReply.Never<>(refused.detail());
      case EgressResult.Failed failed -> new BatchReply.NotNow<>(failed.detail(), Optional.empty());
    };
  }

  private static boolean mayPass(int status) {
    return status == 408 || status == 409 || status == 429 || status >= 500;
  }

  /// With a wrong key the provider's words may repeat part of it.
  private String said(int status, String body) {
    String message = tree(body).path("error").path("message").asText("");
    return status == 401 || status == 403 || message.isBlank() ? "." : ": " + cut(message);
  }

  static String cut(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= 300 ? line : line.substring(0, 299) + "…";
  }

  /// An id of the provider's becomes a part of an address: nothing but what ids are made of.
  static String segment(String id) {
    return id.replaceAll("[^A-Za-z0-9_-]", "");
  }

  /// An empty object for what is no JSON.
  JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
