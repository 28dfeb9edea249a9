package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/// How sure the model says it is.
public enum Confidence {
  @JsonProperty("LOW")
  @JsonAlias("low")
  LOW,
  @JsonProperty("MEDIUM")
  @JsonAlias("medium")
  MEDIUM,
  @JsonProperty("HIGH")
  @JsonAlias("high")
  HIGH
}
