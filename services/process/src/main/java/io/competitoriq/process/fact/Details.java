package io.competitoriq.process.fact;

import io.competitoriq.process.evidence.Quote;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers the details of one fact. What was told first stays.
public final class Details {

  private final Map<DetailKind, Detail> details = new EnumMap<>(DetailKind.class);

  /// Blank texts tell nothing.
  public Details add(DetailKind kind, @Nullable String text, @Nullable Quote quote) {
    if (text != null && !text.isBlank()) {
      details.putIfAbsent(kind, Detail.of(kind, text.strip(), quote));
    }
    return this;
  }

  public Details add(Detail detail) {
    details.putIfAbsent(detail.kind(), detail);
    return this;
  }

  public Details addAll(List<Detail> more) {
    more.forEach(this::add);
    return this;
  }

  /// Empty when nothing of the kind was told.
  public String text(DetailKind kind) {
    Detail found = details.get(kind);
    return found == null ? "" : found.text();
  }

  /// How many details were told.
  public int size() {
    return details.size();
  }

  /// In the order of the kinds.
  public List<Detail> list() {
    return new ArrayList<>(details.values());
  }
}
