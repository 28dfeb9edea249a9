package io.competitoriq.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelConfigTest {

  private static final String URL = "ciq.analysis.model.base-url";
  private static final String NAME = "ciq.analysis.model.name";

  @Test
  void defaultsAreSafe() {
    // When
    ModelConfig config = config(Map.of());
    // Then
    assertThat(config.baseUrl()).isEmpty();
    assertThat(config.apiKey()).isEmpty();
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.maxOutputTokens()).isEqualTo(4000);
    assertThat(config.maxInputChars()).isEqualTo(24_000);
    assertThat(config.breaker().calls()).isEqualTo(10);
    assertThat(config.breaker().pause()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void addressAndNameMakeAModel() {
    // When
    Availability found =
        ModelProducer.availability(
            config(Map.of(URL, "https://api.openai.com/v1/", NAME, "gpt-test")));
    // Then
    assertThat(found)
        .isEqualTo(new Availability.Ready("gpt-test", URI.create("https://api.openai.com/v1")));
  }

  @ParameterizedTest
  @MethodSource("absent")
  void anythingLessIsNoModelAndSaysWhatIsMissing(Map<String, String> values, String words) {
    // When
    Availability found = ModelProducer.availability(config(values));
    // Then
    assertThat(found).isInstanceOf(Availability.Absent.class);
    assertThat(((Availability.Absent) found).reason()).contains(words);
  }

  static Stream<Arguments> absent() {
    return Stream.of(
        arguments(Map.of(), "No language model is configured"),
        arguments(Map.of(NAME, "gpt-test"), "CIQ_ANALYSIS_MODEL_BASE_URL"),
        arguments(
            Map.of(
                URL,
                "https://api.openai.com/v1",
                NAME,
                "gpt-test",
                "ciq.analysis.model.enabled",
                "false"),
            "switched off"),
        arguments(Map.of(URL, "https://api.openai.com/v1"), "CIQ_ANALYSIS_MODEL_NAME"),
        arguments(Map.of(URL, "ftp://x.example", NAME, "m"), "plain http(s) address"),
        arguments(Map.of(URL, "https://me:pw@x.example/v1", NAME, "m"), "without credentials"),
        arguments(Map.of(URL, "https://x.example/v1?key=1", NAME, "m"), "without credentials"),
        arguments(Map.of(URL, "not an address", NAME, "m"), "plain http(s) address"));
  }

  private static ModelConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(ModelConfig.class)
        .build()
        .getConfigMapping(ModelConfig.class);
  }
}
