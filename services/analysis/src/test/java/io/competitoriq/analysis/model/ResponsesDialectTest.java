package io.competitoriq.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.Dialect.Said;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResponsesDialectTest {

  private static final String NOTHING = "";

  @ParameterizedTest
  @MethodSource("bodies")
  void everyEndingHasItsName(String body, Said said) throws JsonProcessingException {
    // When
    Said found = new ResponsesDialect().read(json(body));
    // Then
    assertThat(found).isEqualTo(said);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments(
            """
            {"status":"completed","output":[{"type":"reasoning","summary":[]},
             {"type":"message","content":[{"type":"output_text","text":"{\\"a\\":"},
                                          {"type":"output_text","text":"1}"}]}]}""",
            new Said.Text("{\"a\":1}")),
        arguments(
            """
            {"status":"completed","output":[{"type":"message","content":[
              {"type":"refusal","refusal":"I cannot."}]}]}""",
            nothing(ModelFailure.REFUSED, NOTHING)),
        arguments("{\"status\":\"completed\",\"output\":[]}", nothing(ModelFailure.EMPTY, NOTHING)),
        arguments(incomplete("max_output_tokens"), nothing(ModelFailure.TRUNCATED, NOTHING)),
        arguments(incomplete("content_filter"), nothing(ModelFailure.FILTERED, NOTHING)),
        arguments(failed("insufficient_quota"), nothing(ModelFailure.QUOTA, NOTHING)),
        arguments(failed("invalid_prompt"), nothing(ModelFailure.REJECTED, "no")),
        arguments(
            failed("server_error"),
            new Said.NotNow(Trouble.UNAVAILABLE, "The provider failed: no")),
        arguments(
            failed("rate_limit_exceeded"),
            new Said.NotNow(Trouble.RATE_LIMITED, "The provider asked to slow down.")),
        arguments("{}", nothing(ModelFailure.NOT_A_COMPLETION, NOTHING)),
        arguments(
            "{\"status\":\"queued\",\"output\":[]}",
            nothing(ModelFailure.NOT_A_COMPLETION, "its status is queued")));
  }

  @Test
  void tokensAreCounted() throws JsonProcessingException {
    // Given
    JsonNode body =
        json(
            """
            {"usage":{"input_tokens":900,"input_tokens_details":{"cached_tokens":800},
                      "output_tokens":120,"output_tokens_details":{"reasoning_tokens":60}}}""");
    // When
    var tokens = new ResponsesDialect().tokens(body);
    // Then
    assertThat(tokens).isEqualTo(new ModelUsage.Tokens(900, 800, 120, 60));
  }

  private static Said nothing(ModelFailure failure, String detail) {
    return new Said.Nothing(failure, detail);
  }

  private static String incomplete(String reason) {
    return "{\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"%s\"},\"output\":[]}"
        .formatted(reason);
  }

  private static String failed(String code) {
    return "{\"status\":\"failed\",\"error\":{\"code\":\"%s\",\"message\":\"no\"},\"output\":[]}"
        .formatted(code);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
