package io.competitoriq.process.document;

/// Whether a snapshot was understood.
public enum DocumentState {
  PROCESSED,
  FAILED
}
