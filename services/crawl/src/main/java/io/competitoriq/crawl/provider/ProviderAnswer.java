package io.competitoriq.crawl.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How a call to a provider ended.
public sealed interface ProviderAnswer {

  /// The provider answered, with whatever status.
  record Replied(int status, Map<String, String> headers, byte[] body, long millis)
      implements ProviderAnswer {

    public boolean ok() {
      return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /// No answer came.
  ///
  /// @param sent whether the request may have reached the provider and had its effect
  record Silent(String reason, boolean sent, long millis) implements ProviderAnswer {}

  /// The provider gave no proper answers lately: it was not asked.
  record Resting(Duration pause) implements ProviderAnswer {}
}
