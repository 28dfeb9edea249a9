package io.competitoriq.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.ModelReply.Answered;
import io.competitoriq.analysis.model.ModelReply.Later;
import io.competitoriq.analysis.model.ModelReply.Unusable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ApiAnswerTest {

  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

  @Test
  void answerCarriesItsCost() {
    // Given
    String body =
        """
        {"choices":[{"finish_reason":"stop","message":{"content":"{\\"a\\":1}","refusal":null}}],
         "usage":{"prompt_tokens":900,"completion_tokens":120,"prompt_tokens_details":{"cached_tokens":800},
                  "completion_tokens_details":{"reasoning_tokens":60}}}""";
    // When
    ModelReply reply = read(200, Map.of("x-request-id", "req_1"), body);
    // Then
    assertThat(reply).isInstanceOf(Answered.class);
    Answered answered = (Answered) reply;
    assertThat(answered.answer().path("a").asInt()).isEqualTo(1);
    assertThat(answered.usage().tokens()).isEqualTo(new ModelUsage.Tokens(900, 800, 120, 60));
    assertThat(answered.usage().requestId()).isEqualTo("req_1");
    assertThat(answered.usage().finishReason()).isEqualTo("stop");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureHasItsName(int status, String body, ModelFailure failure) {
    // When
    ModelReply reply = read(status, Map.of(), body);
    // Then
    assertThat(reply).isInstanceOf(Unusable.class);
    assertThat(((Unusable) reply).failure()).isEqualTo(failure);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(200, choice("stop", null, "I cannot help with that."), ModelFailure.REFUSED),
        arguments(200, choice("length", "{\"a\":", null), ModelFailure.TRUNCATED),
        arguments(200, choice("content_filter", null, null), ModelFailure.FILTERED),
        arguments(200, choice("stop", "", null), ModelFailure.EMPTY),
        arguments(200, choice("stop", null, null), ModelFailure.EMPTY),
        arguments(200, choice("stop", "Sure! Here is", null), ModelFailure.INVALID_JSON),
        arguments(200, choice("stop", "[1]", null), ModelFailure.INVALID_JSON),
        arguments(200, "<html>welcome</html>", ModelFailure.NOT_A_COMPLETION),
        arguments(200, "{}", ModelFailure.NOT_A_COMPLETION),
        arguments(200, "", ModelFailure.NOT_A_COMPLETION),
        arguments(302, "", ModelFailure.REJECTED),
        arguments(400, error("unsupported_parameter"), ModelFailure.REJECTED),
        arguments(401, error("invalid_api_key"), ModelFailure.UNAUTHORIZED),
        arguments(403, "", ModelFailure.UNAUTHORIZED),
        arguments(404, error("model_not_found"), ModelFailure.REJECTED),
        arguments(429, error("insufficient_quota"), ModelFailure.QUOTA));
  }

  @ParameterizedTest
  @MethodSource("later")
  void passingTroubleIsWorthAnotherTry(
      int status, Map<String, String> headers, Optional<Duration> after, Trouble trouble) {
    // When
    ModelReply reply = read(status, headers, error("rate_limit_exceeded"));
    // Then
    assertThat(reply).isInstanceOf(Later.class);
    assertThat(((Later) reply).after()).isEqualTo(after);
    assertThat(((Later) reply).trouble()).isEqualTo(trouble);
  }

  static Stream<Arguments> later() {
    return Stream.of(
        arguments(
            429,
            Map.of("retry-after", "7"),
            Optional.of(Duration.ofSeconds(7)),
            Trouble.RATE_LIMITED),
        arguments(
            429,
            Map.of("retry-after", "999999"),
            Optional.of(Duration.ofHours(1)),
            Trouble.RATE_LIMITED),
        arguments(429, Map.of("retry-after", "tomorrow"), Optional.empty(), Trouble.RATE_LIMITED),
        arguments(408, Map.of(), Optional.empty(), Trouble.UNAVAILABLE),
        arguments(409, Map.of(), Optional.empty(), Trouble.BUSY),
        arguments(500, Map.of(), Optional.empty(), Trouble.UNAVAILABLE),
        arguments(
            503,
            Map.of("retry-after", "30"),
            Optional.of(Duration.ofSeconds(30)),
            Trouble.UNAVAILABLE));
  }

  @Test
  void wrongKeyIsNeverRepeated() {
    // Given
    String body = "{\"error\":{\"message\":\"Incorrect API key provided: sk-se****ret\"}}";
    // When
    ModelReply reply = read(401, Map.of(), body);
    // Then
    assertThat(((Unusable) reply).detail()).isEqualTo("HTTP 401");
  }

  private static ModelReply read(int status, Map<String, String> headers, String body) {
    return new ApiAnswer(
            new ObjectMapper(),
            new ChatDialect(),
            "gpt-test",
            status,
            headers,
            body,
            Duration.ofMillis(5),
            NOW)
        .read();
  }

  private static String choice(String finish, @Nullable String content, @Nullable String refusal) {
    var json = new ObjectMapper().createObjectNode();
    var choice = json.putArray("choices").addObject().put("finish_reason", finish);
    choice.putObject("message").put("content", content).put("refusal", refusal);
    return json.toString();
  }

  private static String error(String code) {
    return "{\"error\":{\"message\":\"no\",\"code\":\"" + code + "\"}}";
  }
}
