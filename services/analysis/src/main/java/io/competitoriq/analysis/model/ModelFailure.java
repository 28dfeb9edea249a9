package io.competitoriq.analysis.model;

/// Why a call gave nothing usable and asking the same again would not help. Each is told apart,
/// because each is mended by somebody else.
public enum ModelFailure {
  NOT_CONFIGURED("No language model is configured."),
  SWITCHED_OFF("An admin has switched language models off for this workspace."),
  REFUSED("The model refused to answer"),
  TRUNCATED(
      "The answer was cut off at the token limit; raise ciq.analysis.model.max-output-tokens"),
  FILTERED("The provider's content filter stopped the answer"),
  INVALID_OUTPUT("The answer does not have the agreed shape"),
  UNSUPPORTED("None of the model's claims stands"),
  EMPTY("The model answered with nothing"),
  INVALID_JSON("The answer is not valid JSON"),
  UNAUTHORIZED("The provider refused the API key"),
  QUOTA("The provider's quota is used up"),
  REJECTED("The provider rejected the request"),
  BLOCKED_ADDRESS("The egress guard refused the model's address"),
  NOT_A_COMPLETION("The server's answer is not a model's answer");

  private final String sentence;

  ModelFailure(String sentence) {
    this.sentence = sentence;
  }

  /// For a person, without the full stop where a detail may follow.
  public String sentence() {
    return sentence;
  }
}
