package io.competitoriq.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether an API server would take an object with `fieldValidation=Strict`.
final class StrictKubernetes {

  /// Kinds of others, which Kubernetes' types do not know.
  private static final Set<String> CUSTOM =
      Set.of("ScaledObject", "ServiceMonitor", "PrometheusRule", "ScheduledBackup");

  static {
    var unused = new JSON();
  }

  private StrictKubernetes() {}

  /// @return what is wrong, or empty
  static Optional<String> fault(JsonNode object) {
    String kind = object.path("kind").asText();
    if (CUSTOM.contains(kind)) {
      return Optional.empty();
    }
    String api = object.path("apiVersion").asText();
    String version = api.substring(api.indexOf('/') + 1);
    String type = version.substring(0, 1).toUpperCase(Locale.ROOT) + version.substring(1) + kind;
    String json = object.toString();
    try {
      Class<?> model = Class.forName("io.kubernetes.client.openapi.models." + type);
      JsonElement element = JsonParser.parseString(json);
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, element);
      var unused = JSON.getGson().fromJson(json, model);
      return Optional.empty();
    } catch (ClassNotFoundException unknown) {
      return Optional.of("no kind " + api + " " + kind);
    } catch (InvocationTargetException refused) {
      return Optional.of(kind + ": " + refused.getTargetException().getMessage());
    } catch (ReflectiveOperationException | RuntimeException refused) {
      return Optional.of(kind + ": " + refused.getMessage());
    }
  }
}
