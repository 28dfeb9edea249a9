package io.competitoriq.analysis.model;

import java.net.URI;

/// Whether a language model is there to be asked.
public sealed interface Availability {

  /// There is one.
  ///
  /// @param model its id at the API
  record Ready(String model, URI baseUrl) implements Availability {}

  /// There is none.
  ///
  /// @param reason a sentence for the operator: what is missing
  record Absent(String reason) implements Availability {}
}
