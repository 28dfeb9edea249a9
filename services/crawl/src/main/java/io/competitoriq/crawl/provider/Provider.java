package io.competitoriq.crawl.provider;

import io.competitoriq.http.Problems;
import java.util.Arrays;
import java.util.Locale;

/// Somebody who collects for us and is paid for it.
public enum Provider {
  APIFY("Apify"),
  SEARCHAPI("SearchAPI.io");

  private final String label;

  Provider(String label) {
    this.label = label;
  }

  /// As people know it.
  public String label() {
    return label;
  }

  /// As addresses spell it.
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Provider ofPath(String text) {
    return Arrays.stream(values())
        .filter(provider -> provider.path().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.notFound(
                    "provider-not-found",
                    "No provider '%s'; there are apify and searchapi.".formatted(text)));
  }
}
