package io.competitoriq.messages;

/// Which of two compared versions a quote stands in.
public enum Side {
  BEFORE,
  AFTER
}
