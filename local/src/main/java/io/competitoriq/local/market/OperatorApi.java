package io.competitoriq.local.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the person who shows the market, or a test, may do: see the script, let a step happen,
/// pause.
///
/// `GET /steps`, `POST /steps/next`, `POST /steps/{id}`, `POST /pause`, `POST /resume`, `POST
/// /reset`
final class OperatorApi {

  /// @param happenedAt null while the step lies ahead
  record StepView(
      String id,
      String company,
      String title,
      String after,
      boolean happened,
      @Nullable Instant happenedAt) {}

  record ScriptView(boolean paused, @Nullable String next, List<StepView> steps) {}

  private final MarketState state;

  OperatorApi(MarketState state) {
    this.state = state;
  }

  Page answer(String method, String path) {
    return switch (method + " " + path) {
      case "GET /", "GET /steps" -> json(200, script());
      case "POST /steps/next" -> stepped(state.applyNext(), 409, "The script has ended.");
      case "POST /pause" -> pause(true);
      case "POST /resume" -> pause(false);
      case "POST /reset" -> {
        state.reset();
        yield json(200, script());
      }
      default ->
          method.equals("POST") && path.startsWith("/steps/")
              ? stepped(
                  state.apply(path.substring("/steps/".length())), 404, "There is no such step.")
              : json(404, Map.of("error", "There is nothing here. Try GET /steps."));
    };
  }

  private Page pause(boolean pause) {
    state.pause(pause);
    return json(200, script());
  }

  private Page stepped(Optional<Step> step, int otherwise, String sentence) {
    return step.map(found -> json(200, view(found, happened())))
        .orElseGet(() -> json(otherwise, Map.of("error", sentence)));
  }

  private ScriptView script() {
    Map<String, Instant> happened = happened();
    return new ScriptView(
        state.paused(),
        state.next().map(Step::id).orElse(null),
        state.steps().stream().map(step -> view(step, happened)).toList());
  }

  private Map<String, Instant> happened() {
    return state.journal().applied().stream()
        .collect(Collectors.toMap(MarketState.Applied::id, MarketState.Applied::at));
  }

  private static StepView view(Step step, Map<String, Instant> happened) {
    Instant at = happened.get(step.id());
    return new StepView(
        step.id(), step.company(), step.title(), step.after().toString(), at != null, at);
  }

  private static Page json(int status, Object value) {
    try {
      return new Page(
          status,
          "application/json",
          Script.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n",
          false);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
