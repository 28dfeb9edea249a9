package io.competitoriq.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.api.conformance.Conformance;
import io.competitoriq.api.document.ApiDocument;
import io.competitoriq.api.document.Operation;
import io.competitoriq.api.door.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is held against every answer finds what is wrong with one.
class ConformanceTest {

  private static final ApiDocument DOCUMENT =
      ApiDocument.of(Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize());

  private final Conformance conformance = new Conformance(DOCUMENT);
  private final Operation getSetup =
      DOCUMENT.operations().stream()
          .filter(o -> o.id().equals("getSetup"))
          .findFirst()
          .orElseThrow();

  @Test
  void anAnswerAsDocumentedHasNoFault() {
    assertThat(faults(200, "application/json", "{\"needed\":true}")).isEmpty();
    assertThat(
            faults(
                404,
                "application/problem+json",
                "{\"type\":\"urn:x\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"Gone.\"}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "200 | application/json         | {\"needed\":\"yes\"}                                     "
            + "     | does not conform",
        "200 | application/json         | {}                                                       "
            + "     | does not conform",
        "200 | text/html                | <p>                                                      "
            + "     | not application/json",
        "201 | application/json         | {\"needed\":true}                                        "
            + "     | does not promise",
        "404 | text/html                | <p>                                                      "
            + "     | not application/problem+json",
        "404 | application/problem+json | {\"type\":\"urn:x\",\"title\":\"T\",\"status\":404}      "
            + "     | has no detail",
        "404 | application/problem+json |"
            + " {\"type\":\"urn:x\",\"title\":\"T\",\"status\":400,\"detail\":\"D\"} | says status",
        "400 | application/problem+json |"
            + " {\"type\":\"urn:x\",\"title\":\"T\",\"status\":400,\"detail\":\"java.lang.IllegalStateException\"}"
            + " | inside",
        "400 | application/problem+json |"
            + " {\"type\":\"urn:x\",\"title\":\"T\",\"status\":400,\"detail\":\"select a from b\"}"
            + " | inside",
        "500 | application/problem+json |"
            + " {\"type\":\"urn:x\",\"title\":\"T\",\"status\":500,\"detail\":\"D\"} | failed with"
            + " 500"
      })
  void whatIsWrongIsFound(int status, String type, String body, String fault) {
    assertThat(faults(status, type, body)).anyMatch(found -> found.contains(fault));
  }

  private List<String> faults(int status, String type, String body) {
    return conformance.faults(
        getSetup, new Answer(status, Map.of("content-type", type), body.getBytes(UTF_8)));
  }
}
