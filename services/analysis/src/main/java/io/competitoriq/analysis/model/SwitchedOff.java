package io.competitoriq.analysis.model;

/// Ends a question before anything is set aside for it.
final class SwitchedOff extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SwitchedOff() {
    super(ModelFailure.SWITCHED_OFF.sentence(), null, false, false);
  }
}
