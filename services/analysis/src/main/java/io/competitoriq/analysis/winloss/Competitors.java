package io.competitoriq.analysis.winloss;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whom the lines of a file can be about.
///
/// @param byName their ids by name in lower case
/// @param meant whom a line means that names nobody; null when each has to
record Competitors(Map<String, UUID> byName, @Nullable UUID meant) {

  static Competitors of(Map<UUID, String> names, @Nullable UUID meant) {
    return new Competitors(
        names.entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> folded(each.getValue()), Map.Entry::getKey, (first, _) -> first)),
        meant);
  }

  Optional<UUID> named(String name) {
    return name.isBlank()
        ? Optional.ofNullable(meant)
        : Optional.ofNullable(byName.get(folded(name)));
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
