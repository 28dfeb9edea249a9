package io.competitoriq.jobs.admin;

import io.competitoriq.jobs.control.Setting;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an operator wants changed: a number overrules the configuration, null gives it back its
/// say, what is not named stays.
public sealed interface SettingsPatch {

  /// Every name and value is known and within its bounds.
  record Valid(Map<Setting, Optional<Double>> changes) implements SettingsPatch {
    public Valid {
      changes = Map.copyOf(changes);
    }

    Map<Setting, Double> over(Map<Setting, Double> overrides) {
      Map<Setting, Double> result = new EnumMap<>(Setting.class);
      result.putAll(overrides);
      changes.forEach(
          (setting, value) ->
              value.ifPresentOrElse(
                  wanted -> result.put(setting, wanted), () -> result.remove(setting)));
      return result;
    }
  }

  /// @param field what is wrong
  /// @param sentence why, and what would be right
  record Refused(String field, String sentence) implements SettingsPatch {}

  /// Reads the members of a JSON object; the first thing wrong is told.
  static SettingsPatch of(Map<String, @Nullable Object> wanted) {
    Map<Setting, Optional<Double>> changes = new EnumMap<>(Setting.class);
    for (var member : wanted.entrySet()) {
      String label = member.getKey();
      Optional<Setting> setting = Setting.labelled(label);
      if (setting.isEmpty()) {
        return new Refused(
            label,
            "%s is no setting that can be changed; there are %s."
                .formatted(label, Setting.labels()));
      }
      Optional<String> refusal = refusal(setting.get(), member.getValue());
      if (refusal.isPresent()) {
        return new Refused(label, refusal.get());
      }
      changes.put(
          setting.get(), Optional.ofNullable((Number) member.getValue()).map(Number::doubleValue));
    }
    return changes.isEmpty()
        ? new Refused("body", "Name at least one setting; there are " + Setting.labels() + ".")
        : new Valid(changes);
  }

  private static Optional<String> refusal(Setting setting, @Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    return value instanceof Number number
        ? setting.refusal(number.doubleValue())
        : Optional.of(setting.label() + " must be a number, or null for the configured value.");
  }
}
