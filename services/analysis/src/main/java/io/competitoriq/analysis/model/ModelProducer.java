package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.egress.Egress;
import io.competitoriq.tenancy.WorkspaceTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;

/// The configured model, or none.
@ApplicationScoped
class ModelProducer {

  @Produces
  @Singleton
  LanguageModel languageModel(
      ModelConfig config,
      ModelTraits traits,
      Egress egress,
      ObjectMapper json,
      WorkspaceTransactions transactions,
      Clock clock) {
    return switch (availability(config)) {
      case Availability.Absent(String reason) -> new NoModel(reason);
      case Availability.Ready ready -> {
        var rest = new Rest(ready.baseUrl() + " " + ready.model(), transactions);
        yield new OpenAiModel(ready, config, traits, egress, json, rest, clock);
      }
    };
  }

  static Availability availability(ModelConfig config) {
    if (!config.enabled()) {
      return new Availability.Absent(
          "Language models are switched off (CIQ_ANALYSIS_MODEL_ENABLED=false).");
    }
    String address = config.baseUrl().orElse("").strip();
    String name = config.name().orElse("").strip();
    if (address.isEmpty() && name.isEmpty()) {
      return new Availability.Absent(
          "No language model is configured: set CIQ_ANALYSIS_MODEL_BASE_URL and"
              + " CIQ_ANALYSIS_MODEL_NAME.");
    }
    if (address.isEmpty() || name.isEmpty()) {
      String missing =
          address.isEmpty() ? "CIQ_ANALYSIS_MODEL_BASE_URL" : "CIQ_ANALYSIS_MODEL_NAME";
      return new Availability.Absent("The language model lacks its " + missing + ".");
    }
    URI uri = parsed(address.replaceAll("/+$", ""));
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    boolean plain =
        uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
    if (!web || uri.getHost() == null || !plain) {
      return new Availability.Absent(
          "CIQ_ANALYSIS_MODEL_BASE_URL must be a plain http(s) address such as"
              + " https://api.openai.com/v1, without credentials or a query.");
    }
    return new Availability.Ready(name, uri);
  }

  private static URI parsed(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException malformed) {
      return URI.create("about:blank");
    }
  }
}
