package io.competitoriq.analysis.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithUnnamedKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The language model, if there is one. Everything works without.
@ConfigMapping(prefix = "ciq.analysis.model")
public interface ModelConfig {

  /// Base address of an OpenAI-compatible API, e.g. `https://api.openai.com/v1`. Empty: no model.
  /// Passes the egress guard, so a local server needs its network in `ciq.egress.allow`.
  Optional<String> baseUrl();

  /// Sent as a bearer token; a local server needs none.
  Optional<String> apiKey();

  /// The model's id at that API. Empty: no model.
  Optional<String> name();

  /// Longest wait for one answer.
  @WithDefault("60s")
  Duration timeout();

  /// Most tokens of one answer, reasoning included.
  @WithDefault("4000")
  @Min(256)
  int maxOutputTokens();

  /// Most characters of crawled text in one question; what does not fit is left out and counted.
  @WithDefault("24000")
  @Min(2000)
  @Max(400000)
  int maxInputChars();

  /// False switches every use of a model off, whatever else is set.
  @WithDefault("true")
  boolean enabled();

  /// What is known of models, by their id at the API; `*` holds for those that are not named.
  @WithUnnamedKey("*")
  Map<String, Traits> models();

  Breaker breaker();

  Allowance budget();

  Batch batch();

  /// Which protocol a model's server speaks.
  enum Api {
    /// Responses, and Chat Completions with a server that does not know it.
    AUTO,
    RESPONSES,
    CHAT
  }

  /// Prices and capabilities of a model. Without prices calls count as free and only a budget of 0
  /// stops them.
  interface Traits {

    /// Micro-USD per million tokens of input.
    Optional<@Min(0) Long> inputPrice();

    /// Micro-USD per million tokens of input the provider had seen before; `input-price` if absent.
    Optional<@Min(0) Long> cachedPrice();

    /// Micro-USD per million tokens of output, reasoning included.
    Optional<@Min(0) Long> outputPrice();

    /// Sent as it is where set: none, minimal, low, medium, high, as the model knows them.
    Optional<String> reasoningEffort();

    /// Most tokens of output the model can give; no larger limit is asked of it.
    OptionalInt mostOutputTokens();

    @WithDefault("AUTO")
    Api api();
  }

  /// What each account of a workspace may cost until an admin says otherwise.
  interface Allowance {

    /// Micro-USD per day (UTC).
    @WithDefault("5000000")
    @Min(0)
    long dayMicros();

    /// Micro-USD per calendar month (UTC).
    @WithDefault("50000000")
    @Min(0)
    long monthMicros();
  }

  /// When to stop asking a model that does not answer.
  interface Breaker {

    /// Calls looked at; half of them failing opens the breaker.
    @WithDefault("10")
    @Min(2)
    int calls();

    /// How long nothing is asked then.
    @WithDefault("30s")
    Duration pause();

    /// How long nothing is asked once the provider's quota is used up: somebody has to pay first.
    @WithDefault("15m")
    Duration quotaPause();
  }

  /// Many questions handed over at once, answered within a day, for less.
  interface Batch {

    /// Whether the server has `POST /files` and `POST /batches`.
    @WithDefault("true")
    boolean enabled();

    /// Share of the price that answers of a batch cost, in percent.
    @WithDefault("50")
    @Min(0)
    @Max(100)
    int pricePercent();

    /// How often a batch under way is looked at.
    @WithDefault("60s")
    Duration poll();
  }
}
