package io.competitoriq.analysis.model;

/// What a model is asked for; each has a budget of its own.
public enum Feature {
  ASSESSMENT,
  ASK
}
