package io.competitoriq.tables;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One column of a table.
///
/// @param name what programs know it by: the key in JSON
/// @param title what people read above it, with its unit: `Amount (minor units)`
/// @param value of a row: text, a number, a truth value, an instant, a UUID, or null
public record Column<R>(String name, String title, Function<R, ? extends @Nullable Object> value) {

  /// Without a unit, named as people name it.
  public static <R> Column<R> of(
      String name, String title, Function<R, ? extends @Nullable Object> value) {
    return new Column<>(name, title, value);
  }
}
