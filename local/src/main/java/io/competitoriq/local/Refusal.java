package io.competitoriq.local;

/// A reason why nothing was started, as one sentence that tells the reader what to do.
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
