package io.competitoriq.analysis.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/// The claims of a proposal, as one JSON value.
@JsonIgnoreProperties(ignoreUnknown = true)
record Claims(List<Claim> items) {

  static final Claims NONE = new Claims(List.of());

  Claims {
    items = List.copyOf(items);
  }
}
