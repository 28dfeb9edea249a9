package io.competitoriq.crawl.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of JSONPath a mapping needs: `$.a.b`, `a['b c']`, `a[0]`, `a[*].b`.
public final class JsonPath {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.?(?<name>[^.\\[\\]$'\"*\\s][^.\\[\\]]*)|\\[(?<index>\\d{1,6})]|\\[(?<all>\\*)]"
              + "|\\[['\"](?<quoted>[^'\"]+)['\"]]");

  private final List<Step> steps;

  private JsonPath(List<Step> steps) {
    this.steps = steps;
  }

  private sealed interface Step {
    record Field(String name) implements Step {}

    record Index(int number) implements Step {}

    record All() implements Step {}
  }

  /// @throws IllegalArgumentException when it is none, with a sentence for people
  public static JsonPath parse(String text) {
    String rest = text.strip();
    int at = rest.startsWith("$") ? 1 : 0;
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(rest);
    while (at < rest.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new IllegalArgumentException(
            "'%s' is no path; write one like $.a.b, a[0] or a[*].b".formatted(text));
      }
      steps.add(step(matcher));
      at = matcher.end();
    }
    return new JsonPath(steps);
  }

  private static Step step(Matcher matcher) {
    if (matcher.group("index") != null) {
      return new Step.Index(Integer.parseInt(matcher.group("index")));
    }
    if (matcher.group("all") != null) {
      return new Step.All();
    }
    String quoted = matcher.group("quoted");
    return new Step.Field(quoted == null ? matcher.group("name") : quoted);
  }

  /// What the path leads to; an array when it asks for all of several. Nothing and null are the
  /// same.
  public Optional<JsonNode> first(JsonNode root) {
    List<JsonNode> found = walk(root);
    if (steps.stream().anyMatch(Step.All.class::isInstance)) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      found.forEach(array::add);
      return found.isEmpty() ? Optional.empty() : Optional.of(array);
    }
    return found.stream().findFirst();
  }

  /// Takes what the path leads to out of `root`.
  public void remove(JsonNode root) {
    if (!steps.isEmpty() && steps.getLast() instanceof Step.Field(String name)) {
      for (JsonNode parent : new JsonPath(steps.subList(0, steps.size() - 1)).walk(root)) {
        if (parent instanceof ObjectNode object) {
          object.remove(name);
        }
      }
    }
  }

  private List<JsonNode> walk(JsonNode root) {
    List<JsonNode> at = List.of(root);
    for (Step step : steps) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : at) {
        switch (step) {
          case Step.Field(String name) -> next.add(node.path(name));
          case Step.Index(int number) -> next.add(node.path(number));
          case Step.All() -> node.forEach(next::add);
        }
      }
      at = next;
    }
    return at.stream().filter(node -> !node.isMissingNode() && !node.isNull()).toList();
  }
}
