package io.competitoriq.analysis.alert;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// A rule as a person writes it.
public record RuleRequest(
    @NotBlank @Size(max = 200) String name,
    boolean enabled,
    @Valid @NotNull Condition condition,
    @Valid @NotNull Telling telling) {

  void require() {
    condition.require();
    telling.require();
  }
}
