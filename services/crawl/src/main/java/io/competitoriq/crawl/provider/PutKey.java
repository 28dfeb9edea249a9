package io.competitoriq.crawl.provider;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// A key as a person gives it.
public record PutKey(
    @NotNull
        @Pattern(
            regexp = "\\s*[\\x21-\\x7e]{8,500}\\s*",
            message = "must be 8 to 500 visible characters, as the provider shows it")
        String key) {

  @Override
  public String toString() {
    return "PutKey[]";
  }
}
