package io.competitoriq.gateway.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a workspace has of what a document can say.
final class Workspace {

  private final List<Stored> items;
  private final Map<String, Stored> byName = new LinkedHashMap<>();

  Workspace(List<Stored> items) {
    this.items = List.copyOf(items);
    this.items.forEach(item -> byName.put(name(item.part(), item.key()), item));
  }

  List<Stored> of(Part part) {
    return items.stream().filter(item -> item.part() == part).toList();
  }

  Optional<Stored> find(Part part, String key) {
    return Optional.ofNullable(byName.get(name(part, key)));
  }

  private static String name(Part part, String key) {
    return part + " " + key;
  }
}
