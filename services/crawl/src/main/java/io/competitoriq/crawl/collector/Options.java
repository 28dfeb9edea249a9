package io.competitoriq.crawl.collector;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the options of a source and collects what is wrong with them, so that a person is told
/// everything at once. Not for sharing: one reading, one instance.
public final class Options {
  private final Map<String, Object> values;
  private final Set<String> known = new HashSet<>();
  private final List<String> wrong = new ArrayList<>();

  public Options(Map<String, Object> values) {
    this.values = values;
  }

  public Optional<String> text(String name) {
    return value(name).map(value -> scalar(name, value)).filter(text -> !text.isBlank());
  }

  public String requiredText(String name, String hint) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      wrong.add("'%s' is missing: %s".formatted(name, hint));
    }
    return text.orElse("");
  }

  /// A whole number within bounds.
  public int number(String name, int otherwise, int least, int most) {
    Optional<BigDecimal> given = decimal(name);
    if (given.isEmpty()) {
      return otherwise;
    }
    try {
      int number = given.get().intValueExact();
      if (number >= least && number <= most) {
        return number;
      }
    } catch (ArithmeticException fraction) {
      // Said below, like a number out of bounds.
    }
    wrong.add("'%s' must be a whole number from %d to %d".formatted(name, least, most));
    return otherwise;
  }

  public Optional<BigDecimal> decimal(String name) {
    return value(name)
        .flatMap(
            value -> {
              try {
                return Optional.of(new BigDecimal(String.valueOf(value)));
              } catch (NumberFormatException notOne) {
                wrong.add("'%s' must be a number".formatted(name));
                return Optional.empty();
              }
            });
  }

  /// A JSON object, or nothing.
  public Map<String, Object> object(String name) {
    Optional<Object> given = value(name);
    if (given.isPresent() && !(given.get() instanceof Map)) {
      wrong.add("'%s' must be an object".formatted(name));
    }
    return given
        .filter(Map.class::isInstance)
        .map(
            value -> {
              Map<String, Object> copy = new LinkedHashMap<>();
              ((Map<?, ?>) value).forEach((key, item) -> copy.put(String.valueOf(key), item));
              return copy;
            })
        .orElseGet(LinkedHashMap::new);
  }

  /// A list of texts, or nothing.
  public List<String> texts(String name) {
    Optional<Object> given = value(name);
    if (given.isPresent() && !(given.get() instanceof List)) {
      wrong.add("'%s' must be a list of texts".formatted(name));
    }
    return given
        .filter(List.class::isInstance)
        .map(value -> ((List<?>) value).stream().map(String::valueOf).toList())
        .orElse(List.of());
  }

  /// Everything that has not been asked for, as text: the parameters of others.
  public Map<String, String> rest() {
    Map<String, String> rest = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            String text = scalar(name, value);
            if (!text.isBlank()) {
              rest.put(name, text);
            }
          }
        });
    return rest;
  }

  public void wrong(String sentence) {
    wrong.add(sentence);
  }

  /// What is wrong, in the order it was found; empty when nothing is.
  public List<String> problems() {
    return List.copyOf(wrong);
  }

  private Optional<Object> value(String name) {
    known.add(name);
    return Optional.ofNullable(values.get(name));
  }

  /// Lists are what providers take comma-separated.
  private String scalar(String name, Object value) {
    if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(String::valueOf).toList());
    }
    if (value instanceof Map) {
      wrong.add("'%s' must be a text or a number".formatted(name));
      return "";
    }
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
