package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One of the protocols a model's server may speak. Pure.
sealed interface Dialect permits ResponsesDialect, ChatDialect {

  /// Below the base address, beginning with a slash.
  String path();

  ObjectNode request(String model, ModelQuestion question, Settings settings);

  /// What a body of status 200 says.
  Said read(JsonNode body);

  ModelUsage.Tokens tokens(JsonNode body);

  /// Why the model stopped, in the protocol's word.
  @Nullable String finish(JsonNode body);

  /// How a question is asked, besides its words.
  ///
  /// @param maxOutputTokens reasoning included
  record Settings(int maxOutputTokens, Optional<String> reasoningEffort) {}

  /// What an answer says.
  sealed interface Said {

    record Text(String text) implements Said {}

    /// Nothing usable, and the same question again would not help.
    ///
    /// @param detail the provider's words; never the model's, which a page may have put into its
    ///   mouth
    record Nothing(ModelFailure failure, String detail) implements Said {}

    /// Nothing this time.
    record NotNow(Trouble trouble, String reason) implements Said {}

    static Said of(String text) {
      return text.isBlank() ? new Nothing(ModelFailure.EMPTY, "") : new Text(text);
    }
  }
}
