package io.competitoriq.jobs.control;

import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;

/// Overrides as they lie in the control row: one number per label.
public final class ControlJson {

  private ControlJson() {}

  /// What is not a valid setting (written by another version) is left out.
  public static Map<Setting, Double> overrides(JsonObject stored) {
    Map<Setting, Double> overrides = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      if (stored.getValue(setting.label()) instanceof Number number
          && setting.refusal(number.doubleValue()).isEmpty()) {
        overrides.put(setting, number.doubleValue());
      }
    }
    return overrides;
  }

  public static String text(Map<Setting, Double> overrides) {
    JsonObject stored = new JsonObject();
    overrides.forEach((setting, value) -> stored.put(setting.label(), value));
    return stored.encode();
  }
}
