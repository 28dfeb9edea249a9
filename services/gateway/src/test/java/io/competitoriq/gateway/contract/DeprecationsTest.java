package io.competitoriq.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeprecationsTest {

  private static final String DOCUMENT =
      """
      paths:
        /api/v1/overview:
          get:
            operationId: getOverview
        /api/v1/sources/{id}/diff:
          get:
            operationId: getSourceDiff
            deprecated: true
            x-deprecated-since: 2026-12-01
            x-sunset: 2027-06-01
          put:
            operationId: other
      """;

  @Test
  void aDeprecatedOperationSaysSinceWhenAndUntilWhen() {
    var known = new Deprecations(DOCUMENT).known();

    assertThat(known).hasSize(1);
    assertThat(known.getFirst().deprecationHeader()).isEqualTo("@1796083200");
    assertThat(known.getFirst().sunsetHeader()).isEqualTo("Tue, 01 Jun 2027 00:00:00 GMT");
  }

  @Test
  void itIsThatOperationAloneWhateverItsParameters() {
    var deprecation = new Deprecations(DOCUMENT).known().getFirst();

    assertThat(deprecation.concerns("GET", "/api/v1/sources/17/diff")).isTrue();
    assertThat(deprecation.concerns("PUT", "/api/v1/sources/17/diff")).isFalse();
    assertThat(deprecation.concerns("GET", "/api/v1/sources/17/diff/more")).isFalse();
    assertThat(deprecation.concerns("GET", "/api/v1/overview")).isFalse();
  }

  @Test
  void aDocumentThatDeprecatesNothingTellsNothing() {
    assertThat(new Deprecations("paths:\n  /api/v1/overview:\n    get:\n").known()).isEmpty();
  }
}
