package io.competitoriq.analysis.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// The claims of a proposal, as one JSON value.
@RegisterForReflection(
    targets = {Claims.class, Claim.class, ModelClaims.class, ModelClaims.Item.class})
@JsonIgnoreProperties(ignoreUnknown = true)
record Claims(List<Claim> items) {

  static final Claims NONE = new Claims(List.of());

  Claims {
    items = List.copyOf(items);
  }
}
